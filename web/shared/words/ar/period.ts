import type { periodFieldWords, periodWords } from '../en/period.ts';
import type { Translation } from '../translation.ts';

export const period: Translation<typeof periodWords> = {
  from: 'اليوم الأول',
  to: 'اليوم الأخير',
  notSaid: 'لم يُذكر',
  notTakenTitle: 'جرعة لم تؤخذ',
  notTakenText: 'هذا يخبر مركزك بما حدث. لا أحد يُلام على ذلك.',
  notTakenReason: 'لماذا؟',
  notTakenWhat: (from, to) => (from === to ? `لم تؤخذ في ${from}` : `لم تؤخذ، من ${from} إلى ${to}`),
  confirmTitle: 'لا شيء للتسجيل',
  confirmText:
    'قد يعني اليوم الفارغ أنه لم يحدث شيء، أو أنه لم يكن لدى أحد وقت للكتابة. قول ذلك يساعد مركزك.',
  recordInstead: 'كان هناك علاج: سجّله',
  answers: 'ماذا يمكنك أن تقول عن هذه الأيام؟',
  answersHint: 'ضع علامة على الصحيح. العلاجات المخططة ما زالت تحتاج إلى تسجيل.',
  noBleeds: 'لم يكن هناك نزيف',
  bleedRecorded: (day) => `هناك نزيف مسجّل في ${day}. اختر أيامًا أخرى، أو أزل العلامة`,
  noOther: 'لم يكن هناك علاج غير المسجّل',
  period: 'لأي أيام؟',
  today: 'اليوم',
  week: 'آخر 7 أيام',
  month: (month) => `${month} حتى الآن`,
  wholeMonth: (month) => `كل ${month}`,
  own: 'أيام أخرى',
  confirmWhat: (from, to) => (from === to ? `مؤكد ليوم ${from}` : `مؤكد من ${from} إلى ${to}`),
};

export const periodField: Translation<typeof periodFieldWords> = {
  from: {
    empty: 'أدخل اليوم الأول',
    'not-a-date': 'أدخل يومًا أول صحيحًا',
    'in-future': 'لا يمكن أن يكون اليوم الأول في المستقبل',
  },
  to: {
    empty: 'أدخل اليوم الأخير',
    'not-a-date': 'أدخل يومًا أخيرًا صحيحًا',
    'before-start': 'لا يمكن أن يكون اليوم الأخير قبل الأول',
    'in-future': 'لا يمكن أن يكون اليوم الأخير في المستقبل',
    'in-the-future': 'اليوم الأخير بعيد جدًا',
    'too-long': 'اختر ثلاثة أشهر على الأكثر',
  },
  answers: { empty: 'ضع علامة واحدة على الأقل' },
};
