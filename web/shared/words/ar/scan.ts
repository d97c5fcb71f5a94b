import type { scanWords } from '../en/scan.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

const again = 'امسحه مرة أخرى، أو اكتب رقم التشغيلة من العلبة.';

export const scan: Translation<typeof scanWords> = {
  open: 'مسح العلبة',
  title: 'امسح الرمز الذي على العلبة',
  close: 'إغلاق الكاميرا',
  hold: 'أمسك العلبة بحيث يظهر رمزها في الصورة.',
  looking: 'جارٍ البحث عن رمز …',
  video: 'ما تراه الكاميرا',
  light: 'الضوء',
  zoom: 'التكبير',
  photo: 'أو اختر صورة للرمز',
  noCamera: 'لا يمكن استخدام الكاميرا هنا. اختر صورة للرمز، أو اكتب رقم التشغيلة.',
  noCode: `لم يُعثر على رمز في الصورة. ${again}`,
  filled: 'مُلئ من الرمز. تحقق منه من فضلك.',
  noBatch: 'ليس في الرمز رقم تشغيلة. اكتب رقم التشغيلة من العلبة من فضلك.',
  otherProduct: (name) => `كانت هذه العلبة ${isolated(name)} في المرة الماضية. تحقق من الدواء من فضلك.`,
  problems: {
    empty: `الرمز فارغ. ${again}`,
    'not-gs1': `هذا ليس رمز دواء. ${again}`,
    'unknown-identifier': `في الرمز جزء لا نعرفه. ${again}`,
    repeated: `يقول الرمز شيئًا مرتين. ${again}`,
    'empty-value': `جزء من الرمز فارغ. ${again}`,
    'wrong-length': `جزء من الرمز قصير جدًا أو طويل جدًا. ${again}`,
    'not-digits': `في الرمز حرف في مكان رقم. ${again}`,
    'wrong-character': `في الرمز علامة ليست في مكانها. ${again}`,
    'check-digit': `لم يُقرأ الرمز جيدًا: أرقامه لا تتوافق. ${again}`,
    month: `في الرمز شهر غير موجود. ${again}`,
    day: `في الرمز يوم غير موجود. ${again}`,
    'no-product': `لا يقول الرمز أي دواء هو. ${again}`,
  },
};
