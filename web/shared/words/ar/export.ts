import type { exportWords } from '../en/export.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const exportTo: Translation<typeof exportWords> = {
  title: 'أخذ نسخة من اليوميات',
  text: 'تحصل على ملف فيه كل ما في اليوميات للأيام التي تختارها: العلاجات والنزوف وما أكدته والجرعات التي لم تؤخذ والخطة والمخزون.',
  days: 'أي أيام؟',
  preset: { 'three-months': 'آخر 3 أشهر', year: 'آخر 12 شهرًا', own: 'أيام أخرى' },
  from: 'من',
  to: 'إلى',
  format: 'أي نوع من الملفات؟',
  formats: { excel: 'Excel', pdf: 'PDF', csv: 'CSV', json: 'JSON', fhir: 'FHIR' },
  formatHints: {
    excel: 'للعرض في Excel أو Numbers أو LibreOffice',
    pdf: 'صفحة واحدة للعيادة، بالإنجليزية',
    csv: 'جداول بسيطة، ملف لكل منها، في ملف zip',
    json: 'لبرامج أخرى، كل شيء كما هو محفوظ',
    fhir: 'لأنظمة المستشفيات التي تقرأ FHIR R4، من دون المخزون',
  },
  safety:
    'عندما يصبح الملف على جهازك تكون سلامته مسؤوليتك. فيه تفاصيل صحية: لا تتركه على حاسوب مشترك ولا ترسله بالبريد الإلكتروني العادي.',
  button: 'إعداد الملف',
  buttonFor: (name) => `إعداد ملف من يوميات ${isolated(name)}`,
  making: 'جارٍ إعداد الملف. يمكنك الانتظار هنا أو العودة لاحقًا.',
  ready: 'الملف جاهز. انظر إليه قبل حفظه',
  readyDays: 'الأيام',
  readyKind: 'نوع الملف',
  readySize: 'الحجم',
  readyName: 'اسم الملف',
  readyHolds: 'ما فيه',
  period: (from, to) => `من ${from} إلى ${to}`,
  kilobytes: (count) => isolated(`${String(count)} kB`),
  holds: (treatments, bleeds, others) =>
    `العلاجات: ${String(treatments)}. النزوف: ${String(bleeds)}. سجلات أخرى: ${String(others)}.`,
  save: 'حفظ الملف',
  done: 'تم حفظ الملف.',
  tooLong: 'اختر سنة على الأكثر',
};
