import type { signInWords } from '../en/sign-in.ts';
import type { Translation } from '../translation.ts';

export const signIn: Translation<typeof signInWords> = {
  signIn: 'تسجيل الدخول',
  username: 'اسم المستخدم',
  password: 'كلمة المرور',
  forgot: 'نسيت كلمة المرور',
  haveCode: 'لدي رمز دعوة',
  notAccepted: 'اسم المستخدم أو كلمة المرور غير صحيح. تحقق منهما وحاول مرة أخرى.',
  expired: 'تم تسجيل خروجك لحماية يومياتك. سجّل الدخول مرة أخرى: كل ما كتبته ما زال هنا.',
  usernameEmpty: 'أدخل اسم المستخدم',
  passwordEmpty: 'أدخل كلمة المرور',
};
