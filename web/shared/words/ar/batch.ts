import type { batchWords } from '../en/batch.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const batch: Translation<typeof batchWords> = {
  which: 'أي علبة؟',
  whichHint: 'إن لم تكن واحدة من هذه، فاكتب التشغيلة في الأسفل.',
  whichOf: (strength) => `أي علبة لـ ${isolated(strength)}؟`,
  batch: (number) => `التشغيلة ${isolated(number)}`,
  expires: (day) => `تُستخدم حتى ${day}`,
  expired: (day) => `كان يجب استخدامها حتى ${day}`,
  left: (count) => `الباقي في البيت: ${String(count)}`,
  recalled: 'سُحبت هذه التشغيلة. اسأل مركزك عنها.',
  notKnown: 'لا أعرف التشغيلة',
  toComplete: (n) => `تشغيلات يجب إكمالها: ${String(n)}`,
  completeOne: (day, product) => `${day}: ${isolated(product)}`,
  completeTitle: 'أي تشغيلة كانت؟',
  typed: 'رقم التشغيلة',
  typedOf: (strength) => `رقم التشغيلة لـ ${isolated(strength)}`,
  twins: (day, product) => `هل كان هذا علاجًا واحدًا؟ ${isolated(product)}، ${day}`,
  twin: (time, by) => `${time}، المسجِّل: ${isolated(by)}.`,
  twinRemove: (time) => `أزل المسجّل في ${time}`,
  twinsRight: 'كلاهما صحيح',
};
