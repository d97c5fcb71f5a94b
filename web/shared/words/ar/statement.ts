import type { statementWords } from '../en/statement.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const statement: Translation<typeof statementWords> = {
  title: 'بيان الخصوصية',
  version: (version, day) => `الإصدار ${String(version)}، ${day}`,
  versionsTitle: 'إصدارات البيان',
  versionsIntro: 'كل الإصدارات، الأحدث أولًا، مع ما تغيّر في كل منها.',
  inForce: 'هذا هو المعمول به الآن.',
  first: 'لم يُذكر شيء عما تغيّر.',
  agreedOn: (day) => `وافقت في ${day}.`,
  refusedOn: (day) => `لم توافق في ${day}.`,
  agreedThen: 'وافقت. لم يُحفظ اليوم.',
  notAnswered: 'لم تُسأل عن هذا الإصدار، أو لم تجب بعد.',
  changes: 'ما الذي تغيّر',
  shape: 'اعرضه على شكل',
  shapes: { usual: 'نص معتاد', easyRead: 'سهل القراءة', largePrint: 'خط كبير' },
  noEasyRead: 'لا توجد صيغة سهلة القراءة لهذا الإصدار بعد. يمكن لمركزك أن يشرحه لك.',
  print: 'طباعة',
  askTitle: 'يرجى القراءة والإجابة',
  ask: 'قبل استخدام اليوميات، اقرأ هذا البيان وقل هل توافق عليه.',
  agree: 'أوافق',
  refuse: 'لا أوافق',
  refusedTitle: 'لم توافق',
  refused: 'هذا حقك، وعلاجك لا يعتمد عليه. لا يُسجّل هنا أي شيء جديد عنك. وما سُجّل من قبل يُعامل كما كان.',
  stillMay: 'ما الذي ما زال بإمكانك فعله',
  readAgain: 'قراءة البيان مرة أخرى، والموافقة إذا غيّرت رأيك',
  export: 'تصدير يومياتك',
  withdraw: (centre) => `اتصل بـ ${isolated(centre)} للانسحاب، أو لحذف اليوميات`,
  withdrawNoCentre: 'اتصل بمركزك للانسحاب، أو لحذف اليوميات',
  paper: 'يمكنك أيضًا أن تطلب من مركزك التسجيل على الورق.',
};
