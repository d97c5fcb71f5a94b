import type { sessionFieldWords, sessionWords } from '../en/session.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof sessionWords> = {
  forgotUsername: 'نسيت اسم المستخدم؟ اتصل بمركزك: يخبرونك به بعد التحقق من هويتك.',
  secondTitle: 'أدخل الرمز',
  secondText: 'افتح تطبيق المصادقة على هاتفك وأدخل الأرقام الستة التي يعرضها لـ Haemdiary.',
  code: 'رمز من 6 أرقام',
  codeNotAccepted: 'الرمز غير صحيح أو انتهى وقته. انتظر الرمز التالي وحاول مرة أخرى.',
  lostPhone: 'فقدت هاتفك؟ اطلب من مدير البيانات في مركزك إعادة ضبط خطوتك الثانية.',
  startAgain: 'ابدأ من جديد',
  setUpTitle: 'إعداد خطوتك الثانية',
  setUpText:
    'يحتاج هذا الحساب إلى رمز من هاتفك بالإضافة إلى كلمة المرور. تحتاج إلى تطبيق مصادقة، مثل الموجود في هاتفك.',
  setUpScan: '1. في التطبيق، أضف حسابًا وامسح هذه الصورة',
  setUpType: 'أو اكتب هذا المفتاح في التطبيق',
  setUpEnter: '2. أدخل الأرقام الستة التي يعرضها التطبيق الآن',
  setUpPicture: 'رمز QR بالمفتاح المعروض أدناه',
  finish: 'إنهاء وتسجيل الدخول',
  resetTitle: 'اختر كلمة مرور جديدة',
  resetText: 'أدخل اسم المستخدم. إذا كنا نعرفه فسنرسل رمزًا إلى عنوان البريد الإلكتروني المسجّل لدى مركزك.',
  resetSend: 'أرسل لي رمزًا',
  resetSent: (username) =>
    `إذا كان هناك حساب باسم ${isolated(username)} فالرمز في الطريق إلى بريده الإلكتروني. قد يستغرق ذلك بضع دقائق.`,
  resetNoMail: 'لا يوجد عنوان بريد مسجّل، أو لم يصل شيء؟ اتصل بمركزك.',
  resetCode: 'الرمز من الرسالة',
  resetHaveCode: 'لدي رمز بالفعل',
  newPassword: 'كلمة مرور جديدة',
  passwordHint: '12 حرفًا على الأقل. ثلاث أو أربع كلمات لا يجمعها غيرك خيار جيد.',
  resetSave: 'حفظ كلمة المرور الجديدة',
  resetDoneTitle: 'حُفظت كلمة المرور الجديدة',
  resetDone: 'سُجّل خروجك من كل مكان آخر. سجّل الدخول بكلمة المرور الجديدة.',
  acceptTitle: 'قبول الدعوة',
  acceptText: 'أدخل الرمز من الرسالة الإلكترونية أو الورقية. يتكون من 12 حرفًا ورقمًا، ولا تهم المسافات.',
  invitationCode: 'رمز الدعوة',
  acceptNot:
    'هذا الرمز غير صحيح، أو استُخدم من قبل، أو انتهى وقته. قارنه بالرسالة، أو اطلب رمزًا جديدًا ممن دعاك.',
  invitedTo: {
    patient: (centre) =>
      `يدعوك ${centre === undefined ? 'مركزك' : isolated(centre)} إلى كتابة يوميات علاجك هنا.`,
    carer: (centre) =>
      `يدعوك ${centre === undefined ? 'مركز' : isolated(centre)} إلى المساعدة في كتابة يوميات علاج هنا.`,
    staff: (centre) => `أنت مدعو إلى العمل مع يوميات ${centre === undefined ? 'مركز' : isolated(centre)}.`,
    registry: () => 'أنت مدعو إلى العمل في السجل الوطني.',
  },
  birthDate: 'تاريخ ميلاد الشخص المصاب باضطراب النزف',
  birthDateHint: 'للتأكد من أن الدعوة وصلت إلى الشخص الصحيح. مثلًا 27 3 2007',
  displayName: 'اسمك',
  displayNameHint: 'يرى زملاؤك هذا الاسم، ويظهر بجانب ما تغيّره.',
  accountQuestion: 'هل لديك حساب Haemdiary هنا؟',
  accountNew: 'لا، أنشئ حسابًا جديدًا',
  accountExisting: 'نعم، استخدم حسابي',
  usernameNewHint:
    'تختاره الآن ولا يمكن تغييره. من 3 إلى 32 حرفًا لاتينيًا أو رقمًا أو نقطة أو شرطة. لا تستخدم عنوان بريدك الإلكتروني.',
  secondFactor: 'رمز من 6 أرقام من تطبيق المصادقة',
  secondFactorHint: 'فقط إذا كنت تستخدمه مع هذا الحساب.',
  accept: 'قبول الدعوة',
  acceptWrong:
    'ما أدخلته لا يطابق هذه الدعوة أو الحساب. تحقق من كل حقل. بعد عدة محاولات خاطئة تنتهي الدعوة وتحتاج إلى دعوة جديدة.',
  acceptedTitle: 'تم قبول الدعوة',
  accepted: (username) => `اسم المستخدم هو ${isolated(username)}. اكتبه عندك: تحتاج إليه كلما سجّلت الدخول.`,
  acceptedNextCode: 'عند أول تسجيل دخول تُعدّ خطوة ثانية بهاتفك.',
  signInNow: 'سجّل الدخول الآن',
};

export const sessionField: Translation<typeof sessionFieldWords> = {
  username: {
    empty: 'أدخل اسم المستخدم',
    'not-a-username': 'اختر اسمًا من 3 إلى 32 حرفًا لاتينيًا أو رقمًا أو نقطة أو شرطة، يبدأ وينتهي بحرف أو رقم',
    taken: 'اسم المستخدم هذا مأخوذ. اختر اسمًا آخر.',
  },
  password: {
    empty: 'أدخل كلمة المرور',
    'too-short': 'استخدم 12 حرفًا على الأقل',
    'too-long': 'استخدم 128 حرفًا على الأكثر',
  },
  code: { empty: 'أدخل الرمز', 'not-six-digits': 'أدخل أرقام الرمز الستة' },
  birthDate: {
    empty: 'أدخل تاريخ الميلاد',
    'not-a-date': 'أدخل تاريخ ميلاد صحيحًا، مثلًا 27 3 2007',
    'in-future': 'لا يمكن أن يكون تاريخ الميلاد في المستقبل',
  },
  displayName: { empty: 'أدخل اسمك' },
  secondFactor: { 'not-six-digits': 'أدخل أرقام الرمز الستة' },
};
