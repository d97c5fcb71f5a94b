import type { reminderWords } from '../en/reminders.ts';
import type { Translation } from '../translation.ts';

export const reminders: Translation<typeof reminderWords> = {
  title: 'رسائل التذكير',
  open: 'التذكير بالبريد الإلكتروني',
  text: 'هذه الرسائل تقول فقط إن هناك شيئًا يجب فعله. ولا تقول ما هو أبدًا.',
  noAddress: 'لا يوجد عنوان بريد لك بعد. اطلب من مركزك إضافة عنوان.',
  plan: 'عندما يكون هناك علاج مخطط',
  planOn: 'ذكّرني بالعلاج المخطط',
  onDay: 'في اليوم نفسه',
  onDayBefore: 'في اليوم السابق',
  off: 'بلا تذكير',
  stock: 'عندما تقل العلب أو تقدم',
  stockOn: 'أخبرني مرة في الأسبوع عن علبي',
  weekday: 'أي يوم؟',
  hour: 'في أي ساعة؟',
  atHour: (hour) => `${String(hour)}:00`,
  always: 'الرسائل عن الأيام التي لم تُسجّل تُرسل دائمًا: التوصيل إلى البيت يعتمد عليها.',
  save: 'حفظ',
  saved: 'تم الحفظ.',
};
