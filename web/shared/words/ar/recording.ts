import type { recordingReasonWords, recordingWords } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

export const recordingReasons: Translation<typeof recordingReasonWords> = {
  next: {
    due: (day) => `إذا لم يُسجّل شيء حتى ${day} فستصلك رسالة تذكير.`,
    reminded: (day) => `إذا لم يُسجّل شيء حتى ${day} فستصلك رسالة تذكير أخرى.`,
    lapsed: (day) => `إذا لم يُسجّل شيء حتى ${day} فسيُبلَّغ مركزك ليتمكن من مساعدتك.`,
    'at-risk': (day) => `إذا لم يُسجّل شيء حتى ${day} فقد يضطر مركزك إلى النظر في التوصيل إلى بيتك.`,
    'up-to-date': (day) => `ابتداءً من ${day} تُعدّ اليوميات مكتملة مرة أخرى.`,
  },
  open: (count) =>
    count === 1
      ? 'هناك علاج مخطط واحد لم يُسجّل ولم توضع عليه علامة أنه لم يؤخذ.'
      : `هناك علاجات مخططة لم تُسجّل ولم توضع عليها علامة أنها لم تؤخذ، وعددها ${String(count)}.`,
  due: (day) => `يجب تسجيل شيء حتى ${day}.`,
  overdue: (day) => `كان يجب تسجيل شيء حتى ${day}.`,
  notStarted: 'يبدأ التسجيل مع خطتك وأول توصيل.',
  paused: 'أوقف مركزك رسائل التذكير مؤقتًا.',
  pausedUntil: (day) => `أوقف مركزك رسائل التذكير حتى ${day}.`,
  stopped: 'هذه اليوميات مغلقة. لا تُرسل رسائل تذكير.',
  help: 'تسجيل العلاجات، أو وضع علامة أنها لم تؤخذ، يجعل اليوميات مكتملة فورًا. إذا كان هناك ما يصعّب ذلك فاتصل بمركزك: يمكنهم المساعدة.',
};

export const recording: Translation<typeof recordingWords> = {
  label: 'التسجيل',
  why: 'لماذا؟',
  openDoses: 'علاجات مخططة يجب تسجيلها',
  atRisk: 'التوصيل إلى البيت يعتمد على التسجيل. لا يوقفه الحاسوب: مركزك هو من يقرر، ويتحدث إليك أولًا.',
  deliveryAtRisk: 'التوصيل إلى البيت: مهدد',
  deliverySuspended: 'التوصيل إلى البيت: أوقفه مركزك حاليًا. اتصل بهم للحديث عن ذلك.',
};
