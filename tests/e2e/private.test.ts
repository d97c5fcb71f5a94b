import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes, type RouteName } from '#contracts/routes.ts';
import { addressOf, callApi, newId } from '../support/e2e/call-api.ts';
import { BIRTH_DATE } from '../support/e2e/known.ts';
import { newRegistryManager, type Person } from '../support/e2e/people.ts';
import { sweepInDays } from '../support/e2e/schedules.ts';
import { sharedRun } from '../support/e2e/shared-run.ts';
import { newCarer, newCentre, newPatient, setPlan, type TestCentre, today } from '../support/e2e/world.ts';
import type { About } from '../support/examples/example.ts';
import { requestOf } from '../support/examples/examples.ts';
import { breakDiary } from '../support/private/break-diary.ts';
import { newWalk, walkRoute } from '../support/private/journey.ts';
import { changeAddressAndPassword } from '../support/private/session-mails.ts';
import { consoleLines, keptLines, leaksIn } from '../support/private/sinks.ts';

const walk = newWalk();
let manager: Person;
let centre: TestCentre;
let about: About;
let carer: Person;

/** Acts that end something get a patient, or a centre, of their own; they come after the others. */
const LAST: readonly RouteName[] = [
  'decide-handover',
  'stop-patient',
  'put-link',
  'recover-account',
  'put-centre-status',
];
/** A new version asks everybody of this run to agree again; its text is published to all anyway. */
const NEVER: readonly RouteName[] = ['put-statement'];

const statement = z.object({ version: z.int() });
const saved = z.object({ id: z.string(), version: z.int() });

const patientOf = async (
  given: TestCentre,
): Promise<Pick<About, 'centre' | 'patient' | 'account'> & { carer: Person }> => {
  const patient = await newPatient(given, { givenName: 'Marked' });
  await setPlan(given, patient);
  const linked = await newCarer(given, patient);
  return { centre: given.id, patient: patient.id, account: linked.account, carer: linked };
};

/** What an act may end: a patient of its own, or a centre. */
const ownOf = async (name: RouteName): Promise<Partial<About>> => {
  if (name === 'put-centre-status') return { centre: (await newCentre({ manager })).id };
  const { centre: id, patient, account } = await patientOf(centre);
  return { centre: id, patient, account };
};

/** An entry to take out or correct. */
const freshEntry = async (): Promise<Pick<About, 'entry' | 'version'>> => {
  const { method, path, body } = requestOf('put-treatment', { ...about, fresh: newId(), act: newId() });
  const { id, version } = saved.parse(
    await callApi('diary', `${method} ${path}`, { token: carer.token, body }),
  );
  return { entry: id, version };
};

beforeAll(async () => {
  manager = await newRegistryManager();
  centre = await newCentre({ manager });
  const { carer: linked, ...of } = await patientOf(centre);
  carer = linked;
  const { version } = statement.parse(await callApi('diary', 'GET /v1/statement'));
  about = {
    ...of,
    colleague: centre.dataManager.account,
    entry: 'none-yet',
    version: 1,
    fresh: newId(),
    act: newId(),
    today: today(),
    statement: version,
  };
}, 300_000);

const byOf = (name: RouteName): Person | undefined => {
  const audience = routes.find((route) => route.name === name)?.audience;
  return audience === 'open'
    ? undefined
    : { diary: carer, centre: centre.dataManager, registry: manager }[audience ?? 'diary'];
};

/** Everything of one walk: what was kept by the run, seen by the browser's side, and shown by the console. */
const allLines = async () => [
  ...keptLines(sharedRun()),
  ...walk.lines,
  ...(await consoleLines(addressOf('diary'))),
];

describe('what a person typed', { timeout: 300_000 }, () => {
  it('is sent to every route, well and badly', async () => {
    const names = routes.map(({ name }) => name).filter((name) => !NEVER.includes(name));
    const order = [...names.filter((name) => !LAST.includes(name)), ...LAST];
    for (const name of order) {
      const own = LAST.includes(name) ? await ownOf(name) : {};
      const entry = /^void-|withheld$|history$/.test(name) ? await freshEntry() : {};
      const here = { ...about, ...own, ...entry, fresh: newId(), act: newId() };
      await walkRoute(walk, name, { about: here, by: byOf(name) });
    }
    expect(walk.marks.length).toBeGreaterThan(60);
    expect([...walk.answered.keys()]).toHaveLength(names.length);
    const reached = names.filter((name) => (walk.answered.get(name)?.[0] ?? 500) < 300);
    const missed = names.filter((name) => !reached.includes(name) && byOf(name) !== undefined);
    expect(missed.toSorted()).toEqual(NOT_REACHED.toSorted());
    expect([...walk.answered].filter(([, statuses]) => statuses.some((one) => one >= 500))).toEqual([]);
  });

  it('is also a new address and a new password, which mails tell of', async () => {
    const email = `marked-${newId().slice(0, 8)}@example.org`;
    const patient = await newPatient(centre, { givenName: 'Marked' });
    const mails = await changeAddressAndPassword(walk, await newCarer(centre, patient, { email }), email);
    const subjects = mails.map(({ subject }) => subject);
    expect(subjects).toContain('Your mail address was changed');
    expect(subjects).toContain('Your password was changed');
  });

  it('is also in what breaks on the server, which says nothing of it', async () => {
    const { patient } = await patientOf(centre);
    const mark = { field: 'a stored item that does not parse', value: `Zz${newId().slice(0, 8)} Broken` };
    walk.marks.push(mark);
    const mend = await breakDiary({ centre: centre.id, patient }, mark.value);
    await walkRoute(walk, 'get-patient-month', { about: { ...about, patient }, by: centre.dataManager });
    expect(walk.answered.get('get-patient-month')?.at(-1)).toBe(500);
    await sweepInDays(40);
    await mend();
    expect(keptLines(sharedRun()).some(({ text }) => text.includes('request broke'))).toBe(true);
  });

  it('is in no log, metric, trace, mail, URL, problem, alarm, dead letter, export name or console', async () => {
    const lines = await allLines();
    const secrets = [centre.dataManager, manager, carer].flatMap(({ token, secret, password }) => [
      { field: 'a token', value: token.slice(-40) },
      { field: 'a password', value: password },
      ...(secret === undefined ? [] : [{ field: 'the secret of an authenticator', value: secret }]),
    ]);
    const enrolled = [
      { field: 'a birth date', value: BIRTH_DATE },
      { field: 'a family name', value: 'Ashdown' },
    ];
    expect(leaksIn(lines, [...walk.marks, ...secrets, ...enrolled])).toEqual([]);
    console.log(
      `${String(walk.marks.length)} marked values looked for in ${String(lines.length)} lines of ` +
        [...new Set(lines.map(({ sink }) => sink))].sort().join(', '),
    );
  });
});

/**
 * Needs what this walk does not make: a colleague to end or to help, a finished export, a patient who records on paper,
 * something withheld, a recall, a delivery, a diary of another centre, a photo, boxes at home, something that was asked, a link that ended.
 * Their fields are those of routes that it reaches, or are refused before they are kept.
 */
const NOT_REACHED: readonly RouteName[] = [
  'put-staff',
  'get-export',
  'lift-withheld',
  'put-paper-form',
  'get-shared-month',
  'put-shared-treatment',
  'put-shared-bleed',
  'recover-colleague',
  'answer-request',
  'decide-late',
  'hand-over-late',
  'get-photo',
  'get-patient-photo',
  'put-photo',
  'void-photo',
  'put-warmed',
  'put-wasted',
  'put-patient-warmed',
  'put-patient-wasted',
  'put-taken-back',
  'put-patient-taken-back',
  'trace-recall',
  'put-recall-contact',
  'move-entry',
];
