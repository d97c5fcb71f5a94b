import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '#usecases/audit/view.ts';
import { root } from '../../../infra/setup/root.mjs';
import { accessLogWords } from '../../../web/shared/words/en/access-log.ts';
import { centreLog } from '../../../web/shared/words/en/centre-log.ts';

/** Acts on a centre, an account or a list of patients: none of them is in the log of one diary. */
const ELSEWHERE = [
  'list-patients',
  'list-worklist',
  'list-shared',
  'read-export',
  'start-export',
  'recall-batch',
];
/** Named by a choice, so that no reading of the code finds them. */
const CHOSEN = [
  'agree-statement',
  'refuse-statement',
  'confirm-link',
  'end-link',
  'end-link-wrong-person',
  'end-all-devices',
  'change-password',
  'late-take-in',
  'late-discard',
  'pause-recording',
  'resume-recording',
  'recovered-elsewhere',
];
/** Nor are these; what is withheld is told to nobody at home, nor that it was. */
const NOT_AT_HOME = [
  ...ELSEWHERE,
  'ask-registry-recovery',
  'confirm-registry-recovery',
  'correct-centre',
  'invite-staff',
  'lift-withheld',
  'note-recall-contact',
  'onboard-centre',
  'publish-statement',
  'refresh-session',
  'set-policy',
  'trace-recall',
  'withhold',
];
const AREAS =
  'shared/usecases/{diary,insights,late,patient,photo,recording,reminders,rights,sharing,stock,withheld}/*.ts';

const actsIn = (areas: string): string[] =>
  globSync(areas, { cwd: root }).flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\baction: '([a-z-]+)'/gu)].map(
      ([, name = '']) => name,
    ),
  );
const written = [...actsIn(AREAS), ...CHOSEN];
const said = (name: string): boolean => name in centreLog.actions;

describe('the log of a diary', () => {
  it('has words for every way to see it', () => {
    expect(VIEWS.filter((name) => !said(name) && !ELSEWHERE.includes(name))).toEqual([]);
  });

  it('has words for every act on it', () => {
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((name) => !said(name) && !ELSEWHERE.includes(name))).toEqual([]);
  });
});

describe('the log of a diary as the family reads it', () => {
  const isSaid = (name: string): boolean => name in accessLogWords.actions || NOT_AT_HOME.includes(name);

  it('has words for every way to see it and for every act on it', () => {
    const all = [...VIEWS, ...actsIn('shared/usecases/**/*.ts'), ...CHOSEN];
    expect(all.length).toBeGreaterThan(60);
    expect([...new Set(all)].filter((name) => !isSaid(name))).toEqual([]);
  });
});
