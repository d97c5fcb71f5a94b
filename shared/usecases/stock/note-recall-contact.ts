import type { RecallContactBody, RecallContactMade } from '#contracts/recall.ts';
import { staff } from '#table/entities/centre.ts';
import { recallContact } from '#table/entities/recall-contact.ts';
import { state } from '#table/entities/state.ts';
import { recall } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import { doneBefore, writeAtCentre } from '#usecases/centre/change-centre.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** As staff read it. */
export const contactShown = ({
  state: reached,
  by,
  note,
  updatedAt: at,
}: Pick<Stored<typeof recallContact>, 'state' | 'by' | 'note' | 'updatedAt'>): RecallContactMade => ({
  state: reached,
  at,
  by,
  ...(note === undefined ? {} : { note }),
});

/** Notes how far a patient has been told of a recall; what stood there before is in the audit. */
export const noteRecallContact = async (
  context: Context,
  caller: StaffCaller,
  { id, patient, body }: { readonly id: string; readonly patient: string; readonly body: RecallContactBody },
): Promise<Result<RecallContactMade>> => {
  const { centre } = caller;
  const ids = { centre, recall: id, patient };
  const [called, someone, before, me] = await Promise.all([
    context.store.get(recall, recall.key({ centre, recall: id })),
    context.store.get(state, state.key({ centre, patient })),
    context.store.get(recallContact, recallContact.key(ids)),
    context.store.get(staff, staff.key(caller)),
  ]);
  if (called === undefined || someone === undefined) return fail('not-found');
  const { mutationId, state: reached, note } = body;
  if (before?.mutationId === mutationId)
    return answerAgain(context, caller, {
      diary: { centre, patient: '-' },
      statement: 0,
      value: contactShown(before),
    });
  const stamp = stampOf(context, caller, mutationId);
  const fields = {
    ...ids,
    state: reached,
    by: me?.displayName ?? caller.username,
    ...(note === undefined ? {} : { note }),
  };
  const item = { ...created(stamp), ...fields, ...(before === undefined ? {} : changed(before, stamp)) };
  const value = contactShown(item);
  const happening = {
    action: 'note-recall-contact',
    mutationId,
    about: id,
    shown: [patient],
    ...(before === undefined ? {} : { before: contactShown(before) }),
    after: value,
  };
  return writeAtCentre(
    context,
    caller,
    {
      acts: [
        { act: 'put', label: 'contact', entity: recallContact, item, over: before?.version ?? 'absent' },
      ],
      happening,
      value,
    },
    (refused) => (doneBefore(refused, 'contact', mutationId) ? ok(value) : fail('busy')),
  );
};
