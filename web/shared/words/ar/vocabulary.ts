import type { vocabularyWords } from '../en/vocabulary.ts';
import type { Translation } from '../translation.ts';

export const vocabulary: Translation<typeof vocabularyWords> = {
  reason: {
    'new-bleed': 'نزيف جديد',
    'bleed-follow-up': 'علاج إضافي للنزيف نفسه',
    prescribed: 'علاج إضافي طلبه مني مركزي',
    prophylaxis: 'علاج منتظم (وقائي)',
    surgery: 'عملية أو علاج أسنان',
    activity: 'قبل نشاط',
    physiotherapy: 'علاج طبيعي',
    'immune-tolerance': 'التحمل المناعي',
    other: 'شيء آخر',
  },
  siteGroup: { joint: 'المفاصل', muscle: 'العضلات', other: 'أماكن أخرى' },
  cause: {
    spontaneous: 'لا شيء أعرفه (بدأ من تلقاء نفسه)',
    trauma: 'ضربة أو سقوط أو نشاط',
    surgery: 'عملية أو علاج أسنان',
    unknown: 'لا أعرف',
  },
  severity: { 0: 'بسيط', 1: 'كبير', 2: 'يهدد الحياة أو أحد الأطراف' },
  response: { excellent: 'مفيد جدًا', good: 'مفيد', moderate: 'قليلًا', none: 'لم يفد' },
  place: { home: 'البيت', hospital: 'المستشفى أو العيادة', away: 'مكان آخر' },
  batchUnknown: {
    'thrown-away': 'رُميت العلبة',
    'given-in-hospital': 'أُعطي في المستشفى',
    other: 'سبب آخر',
  },
  notTaken: {
    forgot: 'نسيت',
    unwell: 'كنت متعبًا',
    'no-stock': 'لم يبق شيء في البيت',
    'no-access': 'تعذّر إيجاد وريد أو إعطاء الدواء',
    'told-not-to': 'طلب المركز عدم أخذه',
    'chose-not-to': 'اخترت ألا آخذه',
    'in-hospital': 'في المستشفى',
    other: 'سبب آخر',
  },
  relation: { self: 'أنت', parent: 'أحد الوالدين', guardian: 'وصي', carer: 'مقدم رعاية' },
};
