import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { moveWords as words } from '../../shared/words/en/move.ts';
import { useDraft } from '../state/draft.ts';
import { lastSaved } from '../state/last-saved.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';
import type { Movable } from './move-body.ts';

export const keyOf = ({ centre, patient }: DiaryLink): string => `${centre}/${patient}`;
type Renamed = { readonly id: string; readonly as: string };

/** The same act the other way round, with ids of its own: what was removed keeps those it had. */
const back = (from: DiaryLink, to: DiaryLink, moved: Renamed, others: readonly Renamed[]) => {
  const body = {
    mutationId: newId(),
    to: { centre: from.centre, patient: from.patient },
    as: newId(),
    others: others.map(({ as }) => ({ id: as, as: newId() })),
    passed: ['possible-duplicate'],
  };
  return async (): Promise<Failure | undefined> => {
    const params = { c: to.centre, p: to.patient, id: moved.as };
    const outcome = await api('move-entry', { params, body, version: 1 });
    return outcome.ok ? undefined : outcome.failure;
  };
};

/** Moving an entry to another diary: one act, sent with a connection only; pressed again it is the same act. */
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
    const [own = { id: entry.id, as: newId() }, ...rest] = JSON.parse(ids) as Renamed[];
    const together = along === 'yes' ? rest : [];
    const { centre, patient } = to;
    const body = { mutationId, to: { centre, patient }, as: own.as, others: together, passed: [...passed] };
    const params = { c: link.centre, p: link.patient, id: entry.id };
    const outcome = await api('move-entry', { params, body, version: entry.version });
    if (!outcome.ok) {
      if (outcome.failure.code === 'question')
        setAsked(outcome.failure.questions.map(({ reason }) => reason));
      else form.refuseWith(outcome.failure);
      return;
    }
    draft.forget();
    const what = words.what(to.firstName);
    lastSaved.value = { what, entries: [], undo: back(link, to, own, together) };
    announce(words.done(to.firstName));
    await months.changed();
    router.go('/');
  };
  const reconsider = (): void => {
    setAsked([]);
  };
  return { form, others, asked, reconsider, send };
}
