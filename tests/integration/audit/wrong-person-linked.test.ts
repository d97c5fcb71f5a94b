import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { link } from '#table/entities/diary.ts';
import { audit } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { archiveAudit } from '#usecases/audit/archive-audit.ts';
import { whoSaw } from '#usecases/audit/who-saw.ts';
import { listPatients } from '#usecases/centre/list-patients.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { changeLink } from '#usecases/patient/change-link.ts';
import { invitePerson } from '#usecases/patient/invite-person.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { listShared } from '#usecases/sharing/list-shared.ts';
import { viewSharedMonth } from '#usecases/sharing/view-shared-month.ts';
import { startArchive, type ArchiveWorld } from '../../support/archive-world.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { otherStaff, putGrant, putOtherCentre } from '../../support/other-centre.ts';
import { runCommand } from '../../support/run-command.ts';
import { startConsole, type ConsoleOf } from '../../support/console-of.ts';
import { valueOf } from '../../support/value-of.ts';

const NOON = '2026-06-10T12:00:00Z';
const BROTHER = { centre: DIARY.centre, patient: 'brother' };
let world: DiaryWorld;
let store: ArchiveWorld;
let console_: ConsoleOf;

/** Time goes on by a minute with each thing that happens. */
const inOrder = async (things: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const [minute, thing] of things.entries()) {
    world.at(Temporal.Instant.from(NOON).add({ minutes: minute }).toString());
    await thing();
  }
};

/** The stream tells the archive of everything that was written. */
const archiveAll = async (): Promise<void> => {
  for (const owner of [
    { of: 'diary', ...DIARY },
    { of: 'centre', centre: DIARY.centre },
  ] as const) {
    const { items } = await world.context.store.queryProjected(patterns.auditOf(owner));
    await archiveAudit(store.archive, items.toReversed(), (error) => {
      throw error;
    });
  }
};

const wrong = () => world.person('wrong');
const invitation = {
  mutationId: 'invite',
  by: 'mail' as const,
  name: 'Casey Example',
  relation: 'parent' as const,
  mayRecord: true,
  email: 'casey@example.org',
};
const linkFor = (account: string) => world.putLink(account, { name: 'Casey Example', confirmed: false });

const whatHappened = (): (() => Promise<unknown>)[] => {
  const { context } = world;
  const nurse = () => world.staff('nurse');
  return [
    () => invitePerson(context, nurse(), { patient: DIARY.patient, id: 'invite-1', body: invitation }),
    () => linkFor('wrong'),
    () => viewMonth(context, wrong(), DIARY, '2026-06'),
    () => recordTreatment(context, wrong(), DIARY, 'by-wrong', treatment('2026-06-10T07:30')),
    () => exportDiary(context, wrong(), DIARY, { from: '2026-06-01', to: '2026-06-30' }),
    () => listPatients(context, nurse(), {}),
    () => readPatient(context, nurse(), BROTHER.patient),
    async () => listShared({ ...context, ...(await putOtherCentre(context)) }, otherStaff(world), undefined),
    () => viewSharedMonth(context, otherStaff(world), DIARY, '2026-06'),
  ];
};

describe('the drill “a carer was linked to the wrong child”', () => {
  beforeAll(async () => {
    [world, store] = await Promise.all([startDiaryWorld(NOON), startArchive()]);
    console_ = await startConsole(world.table, store);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOON, openDoses: [] } });
    await putOtherCentre(world.context);
    await putGrant(world.context);
    await inOrder(whatHappened());
  });
  afterAll(async () => {
    console_.stop();
    await Promise.all([world.stop(), store.stop()]);
  });

  it('1. ends the link: nothing is read or written from then on', async () => {
    world.at('2026-06-10T13:00:00Z');
    const stored = await world.context.store.get(link, link.key({ ...DIARY, account: 'wrong' }));
    const ended = await changeLink(world.context, world.staff('nurse'), {
      patient: DIARY.patient,
      account: 'wrong',
      body: { mutationId: 'end', change: 'wrong-person', reason: 'Invited to the wrong child' },
    });
    expect([stored?.name, ended.ok]).toEqual(['Casey Example', true]);
    world.at('2026-06-10T13:05:00Z');
    expect(await viewMonth(world.context, wrong(), DIARY, '2026-06')).toMatchObject({ ok: false });
  });

  it('2. says who saw and changed what, in one command', async () => {
    const { code, said } = await runCommand('infra/admin/audit-who.ts', [
      `--centre=${DIARY.centre}`,
      `--patient=${DIARY.patient}`,
      '--from=2026-06-10',
      '--to=2026-06-10',
      `--local=${console_.address}`,
    ]);
    expect([code, said]).toEqual([0, expect.stringContaining('Times are those of Europe/London.') as string]);
    const rows = said
      .split('\n')
      .filter((line) => line.startsWith('2026-'))
      .map((line) => line.split(/ {2,}/).slice(1, 6));
    expect(rows).toEqual([
      ['A nurse', 'nurse', 'changed', 'invite-person', 'invite-1'],
      ['Casey Example', 'parent, ended', 'saw', 'view-month', '2026-06'],
      ['Casey Example', 'parent, ended', 'changed', 'record-treatment', 'by-wrong'],
      ['Casey Example', 'parent, ended', 'saw', 'export-diary', '2026-06-01/2026-06-30'],
      ['A nurse', 'nurse', 'saw', 'list-patients', 'a list of 1'],
      ['Their nurse', 'nurse of Moorside', 'saw', 'list-shared', 'a list of 1'],
      ['Their nurse', 'nurse of Moorside', 'saw', 'view-shared-month', '2026-06'],
      ['A nurse', 'nurse', 'changed', 'end-link-wrong-person', expect.stringContaining('wrong') as string],
      ['Casey Example', 'parent, ended', 'was refused', 'view-month', '2026-06, not-found'],
    ]);
  });

  it('2. does not let a mistyped id pass for a diary that nobody saw', async () => {
    const { code, said } = await runCommand('infra/admin/audit-who.ts', [
      `--centre=${DIARY.centre}`,
      '--patient=nobody',
      '--from=2026-06-10',
      '--to=2026-06-10',
      `--local=${console_.address}`,
    ]);
    expect([code, said]).toEqual([0, expect.stringContaining('0 in all') as string]);
    expect(said).toContain('Check the ids and the days');
  });

  it('3. shows that the audit is as it was written, and that it isn’t once somebody changed it', async () => {
    await archiveAll();
    const flags = [
      `--owner=diary/${DIARY.centre}/${DIARY.patient}`,
      `--owner=centre/${DIARY.centre}`,
      `--local=${console_.address}`,
    ];
    expect(await runCommand('infra/admin/audit-verify.ts', flags)).toEqual({
      code: 0,
      said: expect.stringMatching(/^2 chains: .*locked: COMPLIANCE[^]*Nothing to find\.\n$/) as string,
    });
    const owner = { of: 'diary', ...DIARY } as const;
    const [newest] = await world.context.store.queryAll(patterns.auditOf(owner));
    await world.context.store.put(audit, { ...newest?.item, about: '2026-05' });
    expect(await runCommand('infra/admin/audit-verify.ts', flags)).toEqual({
      code: 1,
      said: expect.stringContaining(
        `CHANGED (table)  diary/larkfield/p1  ${newest?.item.audit ?? ''}`,
      ) as string,
    });
    await world.context.store.put(audit, { ...newest?.item });
  });

  it('4. puts the diary right, with its reason, and history stays', async () => {
    world.at('2026-06-10T14:00:00Z');
    const body = { mutationId: 'void', reason: 'Recorded in the wrong diary' };
    const nurse = world.staff('nurse');
    expect(
      valueOf(await voidEntry(world.context, nurse, DIARY, { id: 'by-wrong', body, version: 1 })),
    ).toMatchObject({ version: 2 });
    const span = {
      from: Temporal.Instant.from('2026-06-10T13:30:00Z'),
      to: Temporal.Instant.from('2026-06-10T15:00:00Z'),
    };
    expect(await whoSaw(world.context, DIARY, span)).toMatchObject([
      { did: 'changed', action: 'void-entry', account: 'staff-nurse' },
    ]);
  });

  it('is written down with the same commands', () => {
    const text = readFileSync('docs/runbooks/wrong-person-linked.md', 'utf8');
    expect(text).toContain('npm run audit:who -- --centre larkfield --patient p-17 --from ');
    expect(text).toContain('npm run audit:verify -- --owner diary/larkfield/p-17 --owner centre/larkfield');
    expect(text).toContain('\n## Investigation steps\n');
  });
});
