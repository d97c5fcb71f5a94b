import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '#usecases/audit/view.ts';
import { root } from '../../../infra/setup/root.mjs';
import { centreLog } from '../../../web/shared/words/en/centre-log.ts';

/** Acts on a centre, an account or a list of patients: none of them is in the log of one diary. */
const ELSEWHERE = [
  'list-patients',
  'list-worklist',
  'list-shared',
  'read-export',
  'start-export',
  'recall-batch',
  'set-preferences',
];
const AREAS = 'shared/usecases/{diary,insights,patient,photo,recording,sharing,stock,withheld}/*.ts';

const written = globSync(AREAS, { cwd: root }).flatMap((file) =>
  [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\baction: '([a-z-]+)'/gu)].map(
    ([, name = '']) => name,
  ),
);
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
