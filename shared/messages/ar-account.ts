import type { AccountMails, SignInOf, WriteLetter } from './account-mails.ts';

/** What is mailed about an account itself. */
export const arAccount = (letter: WriteLetter, signIn: SignInOf): AccountMails => ({
  'address-code': ({ site, code }) =>
    letter({
      subject: 'الرمز الخاص بك',
      paragraphs: [
        'طلبت أنت، أو شخص كتب هذا العنوان، أن يصل البريد إلى هنا. يفتح الرابط الصفحة التي يُكتب فيها الرمز. وهو صالح ليوم واحد.',
        'إن لم تكن أنت من طلب ذلك فلا شيء عليك: من دون الرمز لن يصل بريد آخر إلى هنا.',
      ],
      code,
      link: { words: 'إدخال الرمز', to: `${site}/address#${code}` },
    }),
  'address-changed': ({ site }) =>
    letter({
      subject: 'تغيّر عنوان بريدك',
      paragraphs: [
        'تغيّر العنوان الذي يُرسل إليه بريد حسابك.',
        'إن لم تكن أنت من فعل ذلك فاختر كلمة مرور جديدة واتصل بمركزك فورًا: الرقم مكتوب في رسائل مواعيدك.',
      ],
      link: signIn(site),
    }),
  'password-changed': ({ site }) =>
    letter({
      subject: 'تغيّرت كلمة مرورك',
      paragraphs: [
        'لحسابك كلمة مرور جديدة. وقد سُجّل خروج الأجهزة الأخرى.',
        'إن لم تكن أنت من فعل ذلك فاتصل بمركزك فورًا: الرقم مكتوب في رسائل مواعيدك.',
      ],
      link: signIn(site),
    }),
  'staff-password-changed': ({ site }) =>
    letter({
      subject: 'تغيّرت كلمة مرورك',
      paragraphs: [
        'لحسابك كلمة مرور جديدة. وقد سُجّل خروج الأجهزة الأخرى.',
        'إن لم تكن أنت من فعل ذلك فأخبر مدير البيانات في مركزك فورًا.',
      ],
      link: signIn(site),
    }),
});
