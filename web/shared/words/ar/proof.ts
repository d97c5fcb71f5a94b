import type { proofWords } from '../en/proof.ts';
import type { Translation } from '../translation.ts';

export const proof: Translation<typeof proofWords> = {
  title: 'هل هذا أنت؟',
  text: 'أدخل كلمة المرور مرة أخرى من فضلك. ثم نتابع، ويبقى ما كتبته.',
  password: 'كلمة المرور',
  go: 'متابعة',
  empty: 'أدخل كلمة المرور',
  wrong: 'كلمة المرور هذه غير صحيحة.',
};
