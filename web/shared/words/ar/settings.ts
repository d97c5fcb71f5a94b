import type { settingsWords } from '../en/settings.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof settingsWords> = {
  onPaper: 'على الورق',
  card: 'بطاقة الطوارئ',
  paper: 'نماذج للملء بخط اليد',
  title: 'الإعدادات',
  account: 'حسابك',
  username: 'اسم المستخدم',
  diaries: 'اليوميات',
  mayRecord: 'يمكنك التسجيل',
  mayRead: 'يمكنك القراءة',
  recordedAt: (centre) => `لدى ${isolated(centre)}`,
  contact: 'مركزك',
  phone: 'الهاتف',
  email: 'البريد الإلكتروني',
  emergencyPhone: 'ليلًا ونهارًا، للطوارئ',
  about: 'ما هو Haemdiary وما ليس هو',
  aboutTexts: [
    'Haemdiary يوميات. لا يقدم نصائح عن العلاج أو الجرعات.',
    'ليس خدمة طوارئ: لا أحد يراقب ما تسجّله وقت تسجيله.',
    'ليس سجلك الطبي. مركزك هو من يحتفظ به.',
  ],
};
