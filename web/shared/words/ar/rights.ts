import type { rightsWords } from '../en/rights.ts';
import type { Translation } from '../translation.ts';

export const rights: Translation<typeof rightsWords> = {
  title: 'حقوقك',
  requests: {
    title: 'اسأل مركزك',
    link: 'طلب مراجعة أو حذف أو انسحاب',
    intro: 'يمكنك أن تطلب من مركزك أيًا من هذه. لا يغيّر ذلك علاجك.',
    what: 'ماذا تريد أن تطلب؟',
    kinds: {
      review: 'مراجعة: شيء في اليوميات، أو فيمن اطّلع عليها، غير صحيح',
      deletion: 'حذف اليوميات',
      withdrawal: 'الانسحاب من استخدام اليوميات',
    },
    kept: 'إذا حُذفت اليوميات فالقانون يطلب من المركز مع ذلك أن يحتفظ بأرقام التشغيلات التي استُخدمت ومتى.',
    text: 'ماذا ينبغي أن يعرف مركزك؟',
    textWhy: 'يساعدهم ذلك على الإجابة. وقد يتصلون بك أيضًا.',
    choose: 'اختر ما تريد أن تطلبه',
    send: 'إرسال إلى المركز',
    sent: 'أُرسل. سيجيب مركزك هنا.',
    yours: 'ما طلبته',
    none: 'لم تطلب شيئًا بعد.',
    onlyYours: 'أنت والمركز فقط يمكنكما رؤية هذا.',
    asked: (day) => `طُلب في ${day}.`,
    states: {
      asked: 'لم ينظر المركز فيه بعد.',
      seen: 'رآه المركز.',
      decided: 'أجاب المركز.',
    },
    answer: 'الإجابة',
    youWrote: 'كتبتَ',
  },
};
