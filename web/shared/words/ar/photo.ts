import type { photoWords } from '../en/photo.ts';
import type { Translation } from '../translation.ts';

export const photo: Translation<typeof photoWords> = {
  add: 'إضافة صورة',
  hint: 'تُصغَّر أولًا على هذا الجهاز. لا يُرسل مكان التقاطها.',
  sending: 'جارٍ إرسال الصورة…',
  added: 'حُفظت الصورة.',
  adding: 'صورة لنزيف',
  takingOut: 'حذف صورة لنزيف',
  kept: 'الصورة محفوظة على هذا الهاتف. ستُرسل عندما يتوفر اتصال.',
  notAPhoto: 'لا يمكن استخدام هذا الملف. اختر صورة أخرى.',
  show: (n) => `عرض الصورة ${String(n)}`,
  name: (n) => `الصورة ${String(n)} لهذا النزيف`,
  remove: (n) => `حذف الصورة ${String(n)}`,
  removeAsk: 'هل تحذف هذه الصورة؟ لا يمكن استعادتها.',
  removed: 'حُذفت الصورة.',
};
