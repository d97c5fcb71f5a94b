import type { deviceWords } from '../en/devices.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const devices: Translation<typeof deviceWords> = {
  title: 'أجهزتك وعمليات دخولك',
  link: 'انظر أين أنت مسجّل الدخول',
  intro:
    'هذه الهواتف والحواسيب مسجّلة الدخول إلى حسابك. إذا لم تعرف أحدها فسجّل خروجه وغيّر كلمة المرور. تسجيل خروج جهاز يحذف ما يحتفظ به، وكذلك ما لم يُرسل بعد.',
  browser: {
    firefox: 'Firefox',
    edge: 'Edge',
    samsung: 'Samsung Internet',
    opera: 'Opera',
    chrome: 'Chrome',
    safari: 'Safari',
    other: 'متصفح آخر',
  },
  system: {
    android: 'هاتف أو جهاز لوحي Android',
    ios: 'iPhone أو iPad',
    windows: 'حاسوب Windows',
    mac: 'حاسوب Mac',
    linux: 'حاسوب Linux',
    other: 'جهاز آخر',
  },
  device: (browser, system) => `${isolated(browser)} على ${isolated(system)}`,
  here: 'هذا الجهاز',
  since: 'سجّل الدخول',
  lastUsed: 'آخر استخدام',
  end: 'تسجيل خروج هذا الجهاز',
  endNamed: (device) => `تسجيل خروج هذا الجهاز: ${device}`,
  ended: 'تم تسجيل خروج الجهاز.',
  endAll: 'تسجيل الخروج من كل مكان',
  endAllText: 'يسجّل خروجك من كل الأجهزة، وهذا أيضًا. ثم تسجّل الدخول مرة أخرى بكلمة المرور.',
  endAllSure: 'هل تريد تسجيل الخروج من كل الأجهزة الآن؟',
  refusedSince: (count) =>
    count === 1
      ? 'منذ آخر دخول لك رُفضت محاولة دخول واحدة باسمك.'
      : `منذ آخر دخول لك رُفضت محاولات دخول باسمك، وعددها ${String(count)}.`,
  eventsTitle: 'ما حدث لحسابك',
  event: {
    'signed-in': 'تسجيل دخول',
    'signed-out': 'تسجيل خروج',
    'device-ended': 'تسجيل خروج جهاز آخر',
    'ended-everywhere': 'تسجيل خروج من كل مكان',
    'password-changed': 'تغيير كلمة المرور',
    'password-reset': 'كلمة مرور جديدة برمز',
    'second-factor-set': 'إعداد خطوة ثانية',
    'address-asked': 'طلب عنوان بريد جديد',
    'address-changed': 'تغيير عنوان البريد',
    'cookie-reused': 'تسجيل خروج، لأن جلسة استُخدمت مرتين',
  },
  happened: (event, device) => `${event}، من ${device}`,
  refusedBefore: (count) =>
    count === 1 ? 'رُفضت محاولة واحدة قبلها.' : `رُفضت محاولات قبلها، وعددها ${String(count)}.`,
  passwordTitle: 'تغيير كلمة المرور',
  passwordIntro: 'يُسجَّل خروجك من كل الأجهزة الأخرى، وتبقى مسجّل الدخول هنا.',
  current: 'كلمة المرور الحالية',
  next: 'كلمة المرور الجديدة',
  nextHint: '12 حرفًا على الأقل. ثلاث أو أربع كلمات لا يجمعها غيرك خيار جيد.',
  save: 'حفظ كلمة المرور الجديدة',
  saved: 'حُفظت كلمة المرور الجديدة. سُجّل خروجك من كل الأجهزة الأخرى.',
  wrong: 'كلمة المرور الحالية غير صحيحة.',
  account: 'كلمة المرور والأجهزة',
};
