import { link } from '#table/entities/diary.ts';
import { linkedTo } from '#table/patterns.ts';
import { hasRunOut } from './proof.ts';
import type { Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Takes the proof of a session that ends off the links of its account: the token of a device that was signed out lives
 * for a while, and must not ask for what can't be undone. Another device's proof stays.
 */
export const forgetProof = async (context: SessionContext, { account, proof }: Session): Promise<void> => {
  if (proof === undefined || hasRunOut(context, proof)) return;
  const found = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  for (const one of found) {
    if (one.type !== 'link') continue;
    const { centre, patient } = one.item;
    const outcome = await context.within({ of: 'diary', centre, patient }).transact([
      {
        act: 'update',
        label: 'proof',
        key: link.key(one.item),
        set: { proof: { ...proof, until: 0 } },
        when: [{ path: 'proof.hash', is: '=', to: proof.hash }],
      },
    ]);
    if (!outcome.done && outcome.refused === 'conflict') throw new Error('A proof could not be forgotten.');
  }
};
