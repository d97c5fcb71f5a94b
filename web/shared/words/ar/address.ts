import type { addressFieldWords, addressWords } from '../en/address.ts';
import type { Translation } from '../translation.ts';

export const address: Translation<typeof addressWords> = {
  title: 'إلى أين نرسل البريد',
  intro: 'تصل التذكيرات ورموز كلمة المرور الجديدة إلى هذا العنوان. يمكن لغيرك استعماله أيضًا، كأحد الوالدين.',
  now: 'عنوان بريدك الآن',
  none: 'لم تُعطِ عنوانًا بعد',
  next: 'عنوان البريد الجديد',
  nextHint: 'نرسل رمزًا إليه. لا يتغير شيء حتى تُدخله.',
  ask: 'إرسال الرمز',
  waiting: (email, until) => `رمز في طريقه إلى ${email}. وهو صالح حتى ${until}.`,
  code: 'الرمز من البريد',
  codeHint: '12 حرفًا ورقمًا. المسافات لا تهم.',
  confirm: 'استعمال هذا العنوان',
  wrong: 'هذا الرمز غير صحيح، أو استُخدم من قبل، أو انتهى وقته. يمكنك طلب رمز جديد.',
  changed: 'يصل بريدك الآن إلى العنوان الجديد. وقد أبلغنا العنوان القديم.',
  again: 'طلب رمز آخر أو عنوان آخر',
};

export const addressField: Translation<typeof addressFieldWords> = {
  email: {
    empty: 'أدخل عنوان بريد',
    'not-an-address': 'أدخل عنوانًا مثل name@example.com',
    same: 'هذا هو عنوانك الآن',
  },
};
