import type { MonthView } from '#contracts/diary.ts';
import type { Batch, TreatmentBody, When } from '#contracts/entries.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import type { Moiety, Unit } from '#domain/product.ts';
import type { Place, ReasonId } from '#domain/vocabulary.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import type { EntryAct } from './entry-act.ts';
import { codeKept, type ScannedCode, whenTyped } from './kept-of-entry.ts';
import { readDay } from './read-day.ts';
import { numberReason, readNumber } from './read-number.ts';
import { readTime } from './read-time.ts';
import { whenProblems } from './when-problems.ts';

/** One line of containers as typed. `batchUnknown` is a reason, or empty where the batch is given. */
export interface ContainerLine {
  readonly strength: string;
  readonly count: string;
  readonly batch: string;
  readonly batchUnknown: '' | 'thrown-away' | 'given-in-hospital' | 'other' | 'not-needed';
  readonly expiresOn: string;
  /** Of an entry that is corrected. */
  readonly scanned?: ScannedCode;
}

/** A treatment as it stands in the form: everything is text until it is saved. */
export interface TreatmentDraft {
  readonly day: string;
  readonly time: string;
  /** Of an entry that is corrected: when it was until now. */
  readonly was?: When;
  /** A catalogue id, `other`, or empty. */
  readonly productId: string;
  readonly otherName: string;
  readonly unit: Unit;
  readonly moiety: Moiety;
  readonly lines: readonly ContainerLine[];
  /** Empty: what the containers hold. */
  readonly amount: string;
  readonly reason: ReasonId | '';
  readonly bleeds: readonly string[];
  readonly place: Place;
  readonly fromHomeStock: boolean;
  readonly note: string;
}

export const emptyLine: ContainerLine = {
  strength: '',
  count: '1',
  batch: '',
  batchUnknown: '',
  expiresOn: '',
};

export const emptyTreatment: TreatmentDraft = {
  day: '',
  time: '',
  productId: '',
  otherName: '',
  unit: 'IU',
  moiety: 'unmapped',
  lines: [emptyLine],
  amount: '',
  reason: 'prophylaxis',
  bleeds: [],
  place: 'home',
  fromHomeStock: true,
  note: '',
};

/** What the containers hold in all, or `undefined` while a line is incomplete. */
export function held(lines: readonly ContainerLine[]): number | undefined {
  let total = 0;
  for (const line of lines) {
    const strength = readNumber(line.strength);
    const count = readNumber(line.count);
    if (strength === undefined || count === undefined) return undefined;
    total += strength * count;
  }
  // Steps of 0.1 mg added in binary would show as 0.30000000000000004.
  return Math.round(total * 1000) / 1000;
}

const batchOf = (line: ContainerLine): Batch => {
  if (line.batchUnknown === 'not-needed') return { kind: 'not-needed' };
  if (line.batchUnknown !== '') return { kind: 'unknown', reason: line.batchUnknown };
  return { kind: 'known', number: line.batch };
};

const lineProblems = (line: ContainerLine, index: number): FieldProblem[] => {
  const at = `/containers/${String(index)}`;
  const problems: FieldProblem[] = [];
  if (readNumber(line.strength) === undefined)
    problems.push({ pointer: `${at}/strength`, reason: numberReason(line.strength) });
  if (readNumber(line.count) === undefined)
    problems.push({ pointer: `${at}/count`, reason: numberReason(line.count) });
  if (line.batchUnknown === '' && line.batch.trim() === '')
    problems.push({ pointer: `${at}/batch/number`, reason: 'empty' });
  return problems;
};

const containerOf = (line: ContainerLine, productId: string): TreatmentBody['containers'][number] => ({
  strength: readNumber(line.strength) ?? 0,
  count: readNumber(line.count) ?? 0,
  batch: batchOf(line),
  ...(line.expiresOn === '' ? {} : { expiresOn: line.expiresOn }),
  ...codeKept(line.scanned, productId, line.strength),
});

/** The request of a treatment, or the fields that stop it. Times are read in the patient's home zone. */
export function draftedTreatment(draft: TreatmentDraft, act: EntryAct): Drafted<TreatmentBody> {
  const { reason } = draft;
  const day = readDay(draft.day, act.today);
  const time = readTime(draft.time);
  const value = draft.amount.trim() === '' ? held(draft.lines) : readNumber(draft.amount);
  const fields = [
    ...whenProblems(draft, day, time),
    ...emptyOf({
      '/product': draft.productId,
      '/reason': reason,
    }),
    ...(draft.productId === 'other' ? emptyOf({ '/product/name': draft.otherName }) : []),
    ...draft.lines.flatMap(lineProblems),
    ...(value === undefined && draft.amount.trim() !== ''
      ? [{ pointer: '/amount/value', reason: numberReason(draft.amount) }]
      : []),
  ];
  if (fields.length > 0 || reason === '' || value === undefined || !day || !time)
    return { ok: false, fields };
  const { zone, today: _today, ...rest } = act;
  return {
    ok: true,
    body: {
      ...rest,
      when: whenTyped(day, time, zone, draft.was),
      product:
        draft.productId === 'other'
          ? { kind: 'other', name: draft.otherName }
          : { kind: 'catalogue', id: draft.productId },
      containers: draft.lines.map((line) => containerOf(line, draft.productId)),
      amount: { value, unit: draft.unit, moiety: draft.moiety },
      reason,
      bleeds: [...draft.bleeds],
      place: draft.place,
      fromHomeStock: draft.fromHomeStock,
      ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    },
  };
}

/** Containers like those of the last treatment with the product; never its batches, which are on the form. */
export function linesLike(last: MonthView['lastTreatment'], productId: string): readonly ContainerLine[] {
  if (last?.product.kind !== 'catalogue' || last.product.id !== productId) return [emptyLine];
  return last.containers.map(({ strength, count }) => ({
    ...emptyLine,
    strength: String(strength),
    count: String(count),
  }));
}

/** After a save: the next line of the form usually has another day and time, and the same everything else. */
export const nextTreatment = (saved: TreatmentDraft): TreatmentDraft => ({
  ...saved,
  day: '',
  time: '',
  amount: '',
  note: '',
  bleeds: [],
});
