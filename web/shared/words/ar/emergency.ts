import type { emergencyWords } from '../en/emergency.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const emergency: Translation<typeof emergencyWords> = {
  title: 'اطلب المساعدة الآن إذا كان هذا يحدث الآن',
  call: 'قد يكون نزيف كهذا خطيرًا. اتصل قبل أن تكمل التسجيل.',
  page: {
    title: 'في حالة الطوارئ اتصل فورًا',
    call: 'بعض حالات النزف خطيرة. اتصل أولًا: يمكن أن ينتظر التسجيل.',
  },
  emergencyService: 'خدمة الطوارئ:',
  orLocal: 'أو رقم الطوارئ في مكانك',
  centre: (name) => `${name === undefined ? 'مركزك' : isolated(name)}، ليلًا ونهارًا:`,
  centreUnknown: 'رقم الطوارئ لمركزك: تجده على بطاقة الطوارئ.',
  nobodyWatches: 'لا أحد يراقب هذه الشاشة. التسجيل هنا لا يستدعي أحدًا.',
};
