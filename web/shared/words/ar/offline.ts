import type { offlineWords } from '../en/offline.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const offline: Translation<typeof offlineWords> = {
  state: {
    received: 'استلمه مركزك',
    waiting: 'على هذا الهاتف',
    sending: 'جارٍ الإرسال',
    sent: 'أُرسل',
    'needs-you': 'يحتاج إليك',
  },
  keptTitle: (what) => `حُفظ على هذا الهاتف: ${isolated(what)}`,
  keptText: 'سيُرسل عندما يتوفر اتصال.',
  sent: 'أُرسل.',
  strip: (waiting) =>
    waiting === 1
      ? 'هناك شيء واحد على هذا الهاتف لم يُرسل بعد.'
      : `هناك أشياء على هذا الهاتف لم تُرسل بعد، وعددها ${String(waiting)}.`,
  stripNeedsYou: (count) =>
    count === 1
      ? 'هناك شيء واحد سجّلته يحتاج إليك.'
      : `هناك أشياء سجّلتها تحتاج إليك، وعددها ${String(count)}.`,
  look: (count) => (count === 1 ? 'انظر إليه' : 'انظر إليها'),
  copyOf: (when) => `هكذا كان في ${when}.`,
  asOf: (when) => `أنت غير متصل. هكذا كان في ${when}.`,
  old: (days) =>
    `بعضها ينتظر منذ أيام، وعددها ${String(days)}. اتصل بالإنترنت قريبًا: بعض الهواتف تحذف ما تحتفظ به الصفحة إذا لم تُفتح أسبوعًا.`,
  install: 'ضع Haemdiary على شاشتك الرئيسية: عندئذٍ يحتفظ الهاتف به.',
};
