import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import { failure, type Failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { moveWords as words } from '../../shared/words/en/move.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { useDraft } from '../state/draft.ts';
import { lastSaved } from '../state/last-saved.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { dayOfEntry } from '../state/outbox/entry-of-item.ts';
import { outbox, saveAct } from '../state/save-entry.ts';
import { entryTitle } from './entry-title.ts';
import type { Movable } from './move-body.ts';

export const keyOf = ({ centre, patient }: DiaryLink): string => `${centre}/${patient}`;
type Renamed = { readonly id: string; readonly as: string };

interface Made {
  readonly link: DiaryLink;
  readonly to: DiaryLink;
  readonly entry: Entry;
  readonly moved: Renamed;
  readonly others: readonly Renamed[];
  readonly mutationId: string;
}

/** The act as it is kept and sent. */
const actOf = ({ link, to, entry, moved, others, mutationId }: Made, passed: readonly string[]) => ({
  route: 'move-entry' as const,
  centre: link.centre,
  patient: link.patient,
  id: moved.id,
  version: entry.version,
  body: {
    mutationId,
    to: { centre: to.centre, patient: to.patient },
    as: moved.as,
    others: [...others],
    passed: [...passed],
  },
  what: words.whatOf(entryTitle(entry), to.firstName),
  on: dayOfEntry(entry),
});

/** The same act the other way round, with ids of its own: what was removed keeps those it had. */
const backOf = ({ link, to, entry, moved, others }: Made): Made => ({
  link: to,
  to: link,
  entry: { ...entry, version: 1 },
  moved: { id: moved.as, as: newId() },
  others: others.map(({ as }) => ({ id: as, as: newId() })),
  mutationId: newId(),
});

/** What never left this device is only thrown away; what is on its way can't be called back before it is there. */
const undoOf = (made: Made) => async (): Promise<Failure | undefined> => {
  const left = outbox.items.peek().find(({ body }) => body.mutationId === made.mutationId);
  if (left?.tried === true) return failure('busy');
  if (left !== undefined) {
    await outbox.discard(left);
    return undefined;
  }
  const outcome = await saveAct(actOf(backOf(made), ['possible-duplicate']));
  return outcome === 'kept' || outcome.ok ? undefined : outcome.failure;
};

/** Moving an entry to another diary: one act, kept on this device until it is sent; pressed again it is the same act. */
export function useMove(link: DiaryLink, entry: Entry, movable: Movable) {
  const others = (person.me.value?.diaries ?? []).filter(
    (one) => one.mayRecord && keyOf(one) !== keyOf(link),
  );
  const draft = useDraft(`move/${entry.id}/${String(entry.version)}`, () => ({
    to: others.length === 1 && others[0] !== undefined ? keyOf(others[0]) : '',
    along: movable.others.length > 0 ? '' : 'no',
    mutationId: newId(),
    ids: JSON.stringify([entry.id, ...movable.others].map((id) => ({ id, as: newId() }))),
  }));
  const form = useForm(draft.start);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const finish = async (made: Made, how: 'sent' | 'kept'): Promise<void> => {
    draft.forget();
    const what = words.what(made.to.firstName);
    lastSaved.value = { what, isKept: how === 'kept', entries: [], undo: undoOf(made) };
    announce(how === 'kept' ? offlineWords.keptTitle(what) : words.done(made.to.firstName));
    if (how === 'sent') await months.changed();
    router.go('/');
  };
  const send = async (passed: readonly string[]): Promise<void> => {
    const { to: chosen, along, mutationId, ids } = form.values;
    const to = others.find((one) => keyOf(one) === chosen);
    if (to === undefined || along === '') {
      form.refuse({
        ...(to === undefined ? { to: words.chooseWhose } : {}),
        ...(along === '' ? { along: words.chooseAlong[movable.kind] } : {}),
      });
      return;
    }
    draft.keep(form.values);
    const [moved = { id: entry.id, as: newId() }, ...rest] = JSON.parse(ids) as Renamed[];
    const made = { link, to, entry, moved, others: along === 'yes' ? rest : [], mutationId };
    const outcome = await saveAct(actOf(made, passed));
    if (outcome === 'kept' || outcome.ok) {
      await finish(made, outcome === 'kept' ? 'kept' : 'sent');
    } else if (outcome.failure.code === 'stale') {
      // Somebody changed it meanwhile: it waits where that is shown, and a person decides.
      draft.forget();
      router.go('/waiting');
    } else if (outcome.failure.code === 'question') {
      setAsked(outcome.failure.questions.map(({ reason }) => reason));
    } else form.refuseWith(outcome.failure);
  };
  const reconsider = (): void => {
    setAsked([]);
  };
  return { form, others, asked, reconsider, send };
}
