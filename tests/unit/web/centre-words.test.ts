import { describe, expect, it } from 'vitest';
import { ageOn } from '../../../web/centre/model/age-on.ts';
import { diaryAddress } from '../../../web/centre/model/diary-address.ts';
import { entryText } from '../../../web/centre/model/entry-text.ts';
import { explainRecording } from '../../../web/centre/model/explain-recording.ts';
import { bleedDraftOf, draftedBleed } from '../../../web/centre/model/bleed-draft.ts';
import { monthMarks } from '../../../web/centre/model/month-marks.ts';
import { newestFirst } from '../../../web/centre/model/newest-first.ts';
import { regimenInWords } from '../../../web/centre/model/regimen-in-words.ts';

const plain = (day: string): string => day;

describe('why recording stands where it stands', () => {
  it('says when it was due and what comes next', () => {
    const sentences = explainRecording(
      {
        stage: 'lapsed',
        since: '2026-11-10T08:00:00Z',
        dueOn: '2026-10-20',
        openDoses: [],
        next: { stage: 'at-risk', on: '2026-11-25' },
      },
      plain,
    );
    expect(sentences.slice(1)).toEqual([
      'Recording was due on 2026-10-20.',
      'If nothing is recorded, this changes to “At risk” on 2026-11-25.',
    ]);
  });

  it('says nothing of dates for a diary that is closed', () => {
    const closed = {
      stage: 'stopped' as const,
      since: '2026-11-10T08:00:00Z',
      dueOn: '2026-10-20',
      openDoses: [],
    };
    expect(explainRecording(closed, plain)).toHaveLength(1);
  });
});

describe('a regimen in words', () => {
  const regimen = {
    kind: 'routine' as const,
    productId: 'elocta',
    amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
    dosesPerDay: 1,
  };
  it.each([
    [{ kind: 'every-days' as const, days: 1 }, 'every day'],
    [{ kind: 'every-days' as const, days: 2 }, 'every 2 days'],
    [{ kind: 'every-weeks' as const, weeks: 4 }, 'every 4 weeks'],
    [{ kind: 'weekdays' as const, weekdays: [1, 4] }, 'on 1, 4'],
  ])('of %j is "%s"', (schedule, words) => {
    expect(regimenInWords({ ...regimen, schedule }, plain, String)).toBe(words);
  });
  it('adds the doses of a day and the last day', () => {
    const twice = { ...regimen, dosesPerDay: 2, until: '2026-12-01' };
    expect(regimenInWords(twice, plain, String)).toBe('2 times a day, until 2026-12-01');
  });
});

const read = {
  version: 1,
  source: 'web' as const,
  typedAt: '2026-11-02T08:00:00Z',
  receivedAt: '2026-11-02T08:00:00Z',
  recordedBy: 'Ada',
};
const bleed = {
  kind: 'bleed' as const,
  ...read,
  id: 'b-1',
  site: 'knee' as const,
  side: 'left' as const,
  cause: 'unknown' as const,
  severity: 0 as const,
  startedAt: { local: '2026-11-02T08:00', zone: 'Europe/London' },
  day: '2026-11-02',
};

describe('the marks of a month', () => {
  const dose = {
    day: '2026-11-01',
    ordinal: 1,
    productId: 'elocta',
    productName: 'Elocta',
    amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
  };
  it('show planned doses by their state, and bleeds', () => {
    const marks = monthMarks({ planned: [{ ...dose, state: 'open' }], entries: [bleed] });
    expect([...marks]).toEqual([
      ['2026-11-01', ['open']],
      ['2026-11-02', ['bleed']],
    ]);
  });
  it('leave out what was taken out', () => {
    const gone = { ...bleed, voided: { at: '2026-11-03T08:00:00Z', reason: 'typed twice' } };
    expect(monthMarks({ planned: [], entries: [gone] }).size).toBe(0);
  });
});

describe('the entries of a month', () => {
  const at = (id: string, local: string) => ({
    ...bleed,
    id,
    startedAt: { ...bleed.startedAt, local },
    day: local.slice(0, 10),
  });
  const nothing = {
    ...read,
    kind: 'confirmation' as const,
    id: 'c-1',
    from: '2026-11-02',
    to: '2026-11-03',
    answers: ['no-bleeds' as const],
  };
  const order = (...ids: Parameters<typeof newestFirst>[0]) => newestFirst(ids).map(({ id }) => id);

  it('stand newest first, by the time of the day too, whichever was recorded first', () => {
    const [early, late, next] = [
      at('early', '2026-11-02T07:30'),
      at('late', '2026-11-02T19:00'),
      at('next', '2026-11-03T00:15'),
    ];
    expect(order(early, late, next)).toEqual(['next', 'late', 'early']);
    expect(order(next, late, early)).toEqual(['next', 'late', 'early']);
  });

  it('say what is about whole days after the times of the first of them', () => {
    expect(order(nothing, at('early', '2026-11-02T00:00'))).toEqual(['early', 'c-1']);
  });

  it('keep, corrected by the centre, that they go on from an earlier one and that their time is rough', () => {
    const act = { mutationId: 'm', typedAt: '2026-11-22T09:00:00Z', passed: [], source: 'staff' as const };
    const told = { startedRoughly: true, sameAs: 'b-0', notSameAs: 'b-9' } as const;
    const draft = bleedDraftOf({ ...bleed, ...told });
    const sent = draftedBleed(draft, { ...act, zone: 'Europe/London', today: '2026-11-22' });
    expect(sent).toMatchObject({ ok: true, body: { ...told, startedAt: bleed.startedAt } });
    expect(entryText({ ...bleed, ...told }).detail).toContain('time not exact');
  });

  it('show the day of one that is corrected as it is typed', () => {
    const draft = bleedDraftOf({ ...bleed, endedAt: { local: '2026-11-05T09:00', zone: 'Europe/London' } });
    expect(draft).toMatchObject({ day: '02/11/2026', time: '08:00', endDay: '05/11/2026', endTime: '09:00' });
    expect(bleedDraftOf(bleed)).toMatchObject({ endDay: '', endTime: '' });
  });
});

describe('small rules of the centre’s pages', () => {
  it('count a birthday from its own day on', () => {
    expect(ageOn('2010-11-22', '2026-11-21')).toBe(15);
    expect(ageOn('2010-11-22', '2026-11-22')).toBe(16);
  });
  it('send nobody to a guessed address', () => {
    const at = (hostname: string, port = '') => diaryAddress({ hostname, port, protocol: 'https:' });
    expect(at('centre.example.org')).toBe('diary.example.org/accept');
    expect(at('localhost', '8081')).toBe('https://localhost:8080/accept');
    expect(at('d111111abcdef8.cloudfront.net')).toBeUndefined();
  });
});
