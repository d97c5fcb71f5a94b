import { useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { Bleed } from '#contracts/entries.ts';
import { newId } from '../../shared/api/new-id.ts';
import { failure, type Failure } from '../../shared/api/failure.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { bleedFieldWords, bleedWords as words } from '../../shared/words/en/bleed.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { isDoubledHour } from '../parts/is-doubled-hour.ts';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { useEntrySave } from '../state/use-entry-save.ts';
import { newTreatment, repeatedTreatment } from '../treatment/treatment-values.ts';
import { bleedFields, bleedReasons, type BleedValues } from './bleed-values.ts';
import { type BleedFormValues, doseBody } from './dose-body.ts';
import { useSameBleed } from './use-same-bleed.ts';

interface Given extends OpenDiary {
  readonly name: string;
  readonly start: () => BleedValues;
  readonly recorded?: Bleed | undefined;
  readonly products: readonly ListedProduct[];
}

const ids = {
  startedAt: 'time',
  'startedAt-local': 'time',
  endedAt: 'endTime',
  'endedAt-local': 'endTime',
  'newBleed-startedAt-local': 'time',
  'newBleed-endedAt-local': 'endTime',
  when: 'dose-time',
  'when-local': 'dose-time',
} as const;

const startValues = ({ recorded, start, view }: Given): BleedFormValues => {
  const bleed = start();
  const id = recorded?.id ?? newId();
  const last = view.lastTreatment;
  const dose =
    last === undefined ? newTreatment(view, bleed.date) : repeatedTreatment(view, last, bleed.date);
  return { ...bleed, id, bleedId: id, treated: 'no', dose };
};

/** @param same the earlier bleed it may be: which of the two it is only the person can say */
function wrongIn(values: BleedFormValues, same: string | undefined): Record<string, string> {
  const isAsked = same !== undefined && values.sameAs !== same && values.notSameAs !== same;
  const reasons = { ...bleedReasons(values), ...(isAsked ? { sameAs: 'empty' } : {}) };
  return Object.fromEntries(
    Object.entries(reasons).map(([id, reason]) => [id, reasonWords(reason, id, bleedFieldWords)]),
  );
}

/** The bleed form's state and its saving: alone, or in one act with the treatment it was given. */
export function useBleedForm(given: Given) {
  const { link, name, recorded, view, products } = given;
  const draft = useDraft(name, () => startValues(given));
  const form = useForm(draft.start);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values } = form;
  const suggested = useSameBleed(values, view);
  const same = recorded === undefined ? suggested : undefined;
  const refused = (why: Failure): void => {
    setAsksFold(asksFold || isDoubledHour(why));
    form.refuseWith(why, bleedFieldWords, ids);
  };
  const what = (): string =>
    words.what(placeOfBleed({ site: 'other', side: 'none', ...bleedFields(values, '') }));
  const bleedSave = useEntrySave({
    route: 'put-bleed',
    link,
    form,
    draft,
    version: recorded?.version,
    bodyOf: (typed) => bleedFields(typed, recorded?.startedAt.zone ?? view.homeZone),
    refused,
    ...(values.treated === 'other' ? { next: `/record?for=${values.bleedId}` } : {}),
    saved: (version, _body, how) => {
      finishSave({ what: what(), id: values.id, version, day: values.date, folder: 'bleeds', how });
    },
  });
  const doseSave = useEntrySave({
    route: 'put-treatment',
    link,
    form,
    draft,
    bodyOf: doseBody,
    refused,
    saved: (version, body, how) => {
      const { id, dose } = values;
      const newBleedId = body.newBleed?.id;
      finishSave({ what: what(), id, version, newBleedId, day: dose.date, folder: 'treatments', how });
    },
  });
  const save = values.treated === 'last' ? doseSave : bleedSave;
  const submit = async (): Promise<void> => {
    const wrong = wrongIn(values, same?.id);
    if (Object.keys(wrong).length > 0) {
      form.refuse(wrong);
      return;
    }
    if (values.treated !== 'last') return save.send();
    const { checkBeforeSaving } = await import('../treatment/plausible.ts');
    const found = checkBeforeSaving({ id: values.id, body: doseBody(values), view, products });
    if (found.fields.length > 0) refused({ ...failure('invalid'), fields: found.fields });
    else if (found.questions.length > 0) save.ask(found.questions.map(({ reason }) => reason));
    else await save.send();
  };
  return { form, same, asksFold, save, submit };
}
