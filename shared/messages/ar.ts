import { arAccount } from './ar-account.ts';
import { mailOf, type Letter } from './letter.ts';
import type { Mail, Messages } from './message.ts';

const CLOSING = [
  'أرسل حاسوبٌ هذه الرسالة. من فضلك لا تردّ عليها: لا أحد يقرأ الردود.',
  'ترجم فريقنا هذه الرسالة، ولم يراجعها متحدث بالعربية بعد.',
];

const letter = (words: Omit<Letter, 'language' | 'direction' | 'closing'>): Mail =>
  mailOf({ language: 'ar', direction: 'rtl', closing: CLOSING, ...words });

const signIn = (site: string) => ({ words: 'تسجيل الدخول', to: `${site}/sign-in` });

/** The code stands behind `#`, so that it is in no server’s log. */
const invitation = ({ site, code }: { site: string; code: string }, paragraphs: readonly string[]): Mail =>
  letter({
    subject: 'دعوتك',
    paragraphs: [...paragraphs, 'يفتح الرابط الصفحة الأولى لك. وإذا لم يعمل فأدخل هذا الرمز هناك:'],
    code,
    link: { words: 'قبول الدعوة', to: `${site}/accept#${code}` },
  });

/** `period` is all that the address says. */
const nothing = (site: string, period: string) => ({
  words: 'إذا لم يكن هناك ما تملؤه فقل ذلك',
  to: `${site}/confirm?period=${period}`,
});

const reminder = (site: string, paragraphs: readonly string[], period?: string): Mail =>
  letter({
    subject: 'تذكير لك',
    paragraphs,
    link: signIn(site),
    ...(period === undefined ? {} : { otherLink: nothing(site, period) }),
  });

/** Arabic, by the team, awaiting a speaker's review; the mails say so. */
export const ar: Messages = {
  'reset-code': ({ code }) =>
    letter({
      subject: 'الرمز الخاص بك',
      paragraphs: [
        'طلبتَ كلمة مرور جديدة، أو طلبها شخص كتب اسم المستخدم الخاص بك. أدخل هذا الرمز في الصفحة التي طلبته منها:',
      ],
      code,
    }),
  'invitation-person': (values) =>
    invitation(values, [
      'يدعوك مركزك إلى الاحتفاظ بيوميات على الإنترنت.',
      'سيُطلب منك تأكيد تاريخ ميلاد، واختيار اسم مستخدم وكلمة مرور خاصين بك.',
    ]),
  'invitation-staff': (values) =>
    invitation(values, [
      'أنت مدعو إلى الانضمام إلى موقع مركزك.',
      'ستختار اسم مستخدم وكلمة مرور خاصين بك، وتُعدّ تطبيق مصادقة على هاتفك.',
    ]),
  'invitation-registry': (values) =>
    invitation(values, [
      'أنت مدعو إلى الانضمام إلى موقع السجل الوطني.',
      'ستختار اسم مستخدم وكلمة مرور خاصين بك، وتُعدّ تطبيق مصادقة على هاتفك.',
    ]),
  'reminder-1': ({ site, period }) =>
    reminder(
      site,
      ['هناك شيء عليك ملؤه. إذا فعلت ذلك في هذه الأثناء فشكرًا لك: لم يبق شيء آخر تفعله.'],
      period,
    ),
  'reminder-2': ({ site, period }) =>
    reminder(
      site,
      [
        'ما زال هناك شيء عليك ملؤه. لا يستغرق عادةً إلا دقائق قليلة، والتأخير خير من الترك.',
        'إذا كان هناك ما يمنعك فأخبر مركزك من فضلك. يسرّهم أن يساعدوك.',
      ],
      period,
    ),
  'reminder-3': ({ site, period }) =>
    reminder(
      site,
      [
        'ما زال هناك شيء عليك ملؤه، وقد مضى بعض الوقت. من فضلك افعل ذلك في الأيام القادمة.',
        'إذا كان هناك ما يمنعك فأخبر مركزك من فضلك. يسرّهم أن يساعدوك.',
      ],
      period,
    ),
  'plan-reminder': ({ site, period }) =>
    reminder(
      site,
      [
        'طلبتَ أن نذكّرك: هناك شيء عليك فعله. سجّل الدخول لترى ما هو.',
        'تختار يوم هذه الرسالة وساعتها، أو توقفها، في الموقع نفسه.',
      ],
      period,
    ),
  'plan-and-stock': ({ site, period }) =>
    reminder(
      site,
      [
        'طلبتَ أن نذكّرك: هناك شيء عليك فعله. سجّل الدخول لترى ما هو.',
        'وهناك أيضًا ما ينبغي النظر فيه مما طلبتَ أن نخبرك به مرة في الأسبوع.',
        'تختار يوم هذه الرسالة وساعتها، أو توقفها، في الموقع نفسه.',
      ],
      period,
    ),
  'stock-notice': ({ site }) =>
    reminder(site, [
      'طلبتَ رسالة مرة في الأسبوع عندما يكون هناك ما ينبغي النظر فيه. سجّل الدخول لترى ما هو.',
      'تختار يوم هذه الرسالة وساعتها، أو توقفها، في الموقع نفسه.',
    ]),
  'formal-notice': ({ site }) =>
    letter({
      subject: 'إشعار من مركزك',
      paragraphs: [
        'لدى مركزك إشعار رسمي لك. سجّل الدخول لقراءته، أو اتصل بمركزك: الرقم موجود في رسائل مواعيدك.',
      ],
      link: signIn(site),
    }),
  'lapsed-digest': ({ site }) =>
    letter({
      subject: 'قائمة عملك',
      paragraphs: ['هناك شيء جديد في قائمة عمل مركزك.'],
      link: signIn(site),
    }),
  'delivery-suspended': ({ site }) =>
    letter({
      subject: 'قرار من مركزك',
      paragraphs: [
        'اتخذ مركزك قرارًا يخصّك. سجّل الدخول لقراءته، أو اتصل بمركزك: الرقم موجود في رسائل مواعيدك.',
      ],
      link: signIn(site),
    }),
  'delivery-restored': ({ site }) =>
    letter({
      subject: 'خبر سار من مركزك',
      paragraphs: ['اتخذ مركزك قرارًا يخصّك. سجّل الدخول لقراءته.'],
      link: signIn(site),
    }),
  'registry-helped': ({ site }) =>
    letter({
      subject: 'تغيير في مركزك',
      paragraphs: [
        'ساعد السجل الوطني مسؤول بيانات في مركزك على تسجيل الدخول من جديد، أو دعا مسؤولًا جديدًا. إذا لم يطلب أحد في مركزك ذلك فاتصل بالسجل الوطني فورًا.',
      ],
      link: signIn(site),
    }),
  'account-helped': ({ site }) =>
    letter({
      subject: 'مساعدة في تسجيل الدخول',
      paragraphs: [
        'ساعد مركزٌ حسابك على تسجيل الدخول من جديد لأن شخصًا طلب منه ذلك.',
        'إذا لم تكن أنت من طلب فاتصل بمركزك فورًا: الرقم موجود في رسائل مواعيدك.',
      ],
      link: signIn(site),
    }),
  'staff-account-helped': ({ site }) =>
    letter({
      subject: 'مساعدة في تسجيل الدخول',
      paragraphs: [
        'أزال مركزٌ تطبيق المصادقة من حسابك. ستُعدّ تطبيقًا جديدًا عند تسجيل الدخول التالي.',
        'إذا لم تطلب ذلك فأخبر مسؤول بيانات في مركزك فورًا.',
      ],
      link: signIn(site),
    }),
  'link-ended': ({ site }) =>
    letter({
      subject: 'تغيير في حسابك',
      paragraphs: ['أنهى مركزك صلة من صلات حسابك. إذا لم تكن تتوقع ذلك فاتصل بمركزك.'],
      link: signIn(site),
    }),
  'link-limited': ({ site }) =>
    letter({
      subject: 'تغيير في حسابك',
      paragraphs: [
        'غيّر مركزك ما يمكن لحسابك أن يفعله: يمكنه القراءة، ولم يعد يمكنه إضافة شيء. إذا لم تكن تتوقع ذلك فاتصل بمركزك.',
      ],
      link: signIn(site),
    }),
  'request-answered': ({ site }) =>
    letter({
      subject: 'إجابة لك',
      paragraphs: ['سألتَ مركزك عن شيء. هناك إجابة لتقرأها.'],
      link: signIn(site),
    }),
  ...arAccount(letter, signIn),
};
