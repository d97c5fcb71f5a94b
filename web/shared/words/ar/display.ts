import type { displayWords } from '../en/display.ts';
import type { Translation } from '../translation.ts';

export const display: Translation<typeof displayWords> = {
  title: 'اللغة والعرض',
  intro: 'تُحفظ هذه الاختيارات على هذا الجهاز. لا يلزم تسجيل الدخول لتغييرها.',
  language: 'اللغة',
  languageHint: 'تصلك رسائلنا الإلكترونية بهذه اللغة أيضًا بعد تسجيل الدخول إذا كانت متوفرة لدينا.',
  useLanguage: 'استخدم هذه اللغة',
  source: 'اللغة التي كُتبت بها اليوميات.',
  awaitingReview: 'ترجمها فريقنا. لم يراجعها متحدث بهذه اللغة بعد.',
  notYet: (names) => `لم تُترجم بعد: ${names}`,
  notKept: 'تُستخدم اللغة على هذا الجهاز، لكن تعذّر حفظها لرسائلك. حاول لاحقًا.',
  theme: 'الألوان',
  themes: { system: 'كما في هذا الجهاز', light: 'فاتحة', dark: 'داكنة' },
  text: 'حجم النص',
  percent: (size) => `${String(size)}%`,
  textUsual: 'الحجم المعتاد',
  textHint: 'يمكنك أيضًا تكبير النص في متصفحك.',
};
