import type { cardWords } from '../en/card.ts';
import type { Translation } from '../translation.ts';

export const card: Translation<typeof cardWords> = {
  title: 'بطاقة الطوارئ',
  text: 'أرِ هذه البطاقة لمن يعالجك في الطوارئ. أنت تقرر ما عليها. تعمل من دون اتصال.',
  kept: 'ما تختاره يُحفظ على هذا الجهاز فقط حتى تسجّل الخروج.',
  choose: 'ما تعرضه البطاقة',
  heading: 'اضطراب نزفي: طوارئ',
  show: (what) => `إظهار: ${what}`,
  fields: {
    name: 'الاسم',
    diagnosis: 'التشخيص',
    severity: 'الشدة أو مستوى العامل',
    inhibitor: 'المثبّط',
    product: 'دواء العلاج',
    centre: 'المركز',
    emergencyPhone: 'المركز، ليلًا ونهارًا',
    note: 'أي شيء آخر',
  },
  diagnoses: {
    'haemophilia-a': 'الهيموفيليا A',
    'haemophilia-b': 'الهيموفيليا B',
    'von-willebrand': 'مرض فون ويلبراند',
    'other-factor-deficiency': 'نقص عامل آخر',
    'platelet-disorder': 'اضطراب الصفائح',
    'acquired-haemophilia': 'الهيموفيليا المكتسبة',
  },
  bands: {
    severe: (level) => `شديد، ${level}`,
    moderate: (level) => `متوسط، ${level}`,
    mild: (level) => `خفيف، ${level}`,
  },
  first: 'قد يكون النزف خفيًا. اتصل بالمركز فورًا من فضلك.',
  size: 'الحجم على الورق',
  sizes: { card: 'بطاقة ائتمان', page: 'صفحة A4' },
  print: 'طباعة البطاقة',
};
