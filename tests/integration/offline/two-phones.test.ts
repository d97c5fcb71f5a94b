import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TreatmentBody } from '#contracts/entries.ts';
import type { SyncAct } from '#contracts/sync.ts';
import { entry } from '#table/entities/diary.ts';
import * as patterns from '#table/patterns.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { syncActs } from '#usecases/diary/sync-acts.ts';
import { ACT_KINDS, type Act, type Item } from '../../../web/diary/state/outbox/item.ts';
import { fateOf, packOf, place, sendable } from '../../../web/diary/state/outbox/rules.ts';
import { failure, type Failure, type Outcome } from '../../../web/shared/api/failure.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

let world: DiaryWorld;
let made = 0;
const day = (number: number): string => `2026-06-${String(number).padStart(2, '0')}`;

/** The outbox of one phone, by its own rules, on the API's own use case. */
class Phone {
  private items: readonly Item[] = [];
  private readonly account: string;
  constructor(account: string) {
    this.account = account;
  }

  /** What waits for a person. */
  get asks(): readonly Item[] {
    return this.items.filter(({ state }) => state === 'needs-you');
  }
  get waiting(): number {
    return this.items.length;
  }

  type(id: string, body: TreatmentBody, version?: number): void {
    made += 1;
    const sent = { ...body, mutationId: `${this.account}-${String(made)}`, source: 'offline' };
    const act: Act = { route: 'put-treatment', ...DIARY, id, version, body: sent };
    const placing = place(this.items, act);
    const fresh: Item = {
      ...placing.act,
      seq: placing.instead?.seq ?? made,
      account: this.account,
      state: 'waiting',
      addedAt: body.typedAt,
      tried: false,
      tries: 0,
      late: true,
      notBefore: 0,
    };
    this.put(fresh);
  }

  put(item: Item): void {
    this.items = [...this.items.filter(({ seq }) => seq !== item.seq), item].sort((a, b) => a.seq - b.seq);
  }

  drop({ seq }: Item): void {
    this.items = this.items.filter((item) => item.seq !== seq);
  }

  /** Sends what can be sent, pack by pack. Where the table was busy it comes again, as the phone does. */
  async send(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      const pack = packOf(sendable(this.items, 0));
      if (pack.length === 0) return;
      const acts = pack.map(
        ({ route, id, version, body }) =>
          ({ kind: ACT_KINDS[route], id, version, body }) as unknown as SyncAct,
      );
      const answer = await syncActs(world.context, world.person(this.account), DIARY, acts);
      if (!answer.ok) throw new Error(answer.failure.code);
      for (const { mutationId, saved, problem } of answer.value.fates) {
        const item = pack.find(({ body }) => body.mutationId === mutationId);
        if (item === undefined) throw new Error('An answer to nothing.');
        const refused = { ...failure('broken'), ...problem } as Failure;
        const outcome: Outcome<unknown> =
          saved === undefined ? { ok: false, failure: refused } : { ok: true, value: saved };
        const fate = fateOf({ ...item, tried: true }, outcome, 0, 0);
        if (fate.is === 'sent') this.drop(item);
        else this.put({ ...fate.item, notBefore: 0 });
      }
    }
    throw new Error('It never came to an end.');
  }
}

const staffMay = async (id: string, body: TreatmentBody, version?: number): Promise<boolean> => {
  for (;;) {
    const outcome =
      version === undefined
        ? await recordTreatment(world.context, world.staff('nurse'), DIARY, id, body)
        : await correctTreatment(world.context, world.staff('nurse'), DIARY, { id, version, body });
    if (outcome.ok || outcome.failure.code !== 'busy') return outcome.ok;
  }
};

const stored = async (id: string) => {
  const found = await world.context.store.get(entry, entry.key({ ...DIARY, entry: id }));
  if (found?.data.kind !== 'treatment') throw new Error('It is not there.');
  return { ...found, note: found.data.note };
};
const history = async () =>
  (await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }))).map(({ item }) => item);

beforeAll(async () => {
  world = await startDiaryWorld('2026-06-28T12:00:00Z');
  await world.putPatient();
  await world.putLink('ann');
  await world.putLink('ben');
});
afterAll(async () => world.stop());

describe('two phones and the centre at the same time', () => {
  const [ann, ben] = [new Phone('ann'), new Phone('ben')];

  it('lose nothing of what each records', async () => {
    for (let number = 1; number <= 8; number += 1) {
      ann.type(`ann-${String(number)}`, treatment(`${day(number)}T07:00`));
      ben.type(`ben-${String(number)}`, treatment(`${day(number)}T19:00`));
    }
    const atCentre = [9, 10, 11, 12].map((number) =>
      staffMay(
        `staff-${String(number)}`,
        treatment(`${day(number)}T07:00`, { mutationId: `s-${String(number)}` }),
      ),
    );
    const [, , ...kept] = await Promise.all([ann.send(), ben.send(), ...atCentre]);
    expect(kept).toEqual([true, true, true, true]);
    expect([ann.waiting, ben.waiting]).toEqual([0, 0]);
    const entries = await world.context.store.queryAll(
      patterns.entriesBetween(DIARY.centre, DIARY.patient, day(1), day(28)),
    );
    expect(entries).toHaveLength(20);
    expect(new Set(entries.map(({ item }) => item.entry)).size).toBe(20);
    const recorded = (await history()).filter(({ action }) => action === 'record-treatment');
    expect(new Set(recorded.map(({ about }) => about)).size).toBe(20);
  });

  it('correct one entry at once: one correction stands, and each other is with its person, none silently lost', async () => {
    const noted = (note: string) => treatment(`${day(20)}T07:00`, { note, mutationId: `noted-${note}` });
    ann.type('one', noted('first'));
    await ann.send();
    ann.type('one', noted('of Ann'), 1);
    ben.type('one', noted('of Ben'), 1);
    const [, , isStaffs] = await Promise.all([ann.send(), ben.send(), staffMay('one', noted('staff'), 1)]);
    const asked = [...ann.asks, ...ben.asks];
    expect(asked.length + (isStaffs ? 0 : 1)).toBe(2);
    expect(asked.every((item) => item.failure?.code === 'stale' && item.failure.current === 2)).toBe(true);
    const written = [isStaffs ? 'staff' : '', ...asked.map(({ body }) => `not ${String(body['note'])}`)];
    expect(written).not.toContain(`not ${String((await stored('one')).note)}`);
  });

  it('keep the whole history once each person has said what is right', async () => {
    for (const phone of [ann, ben]) {
      for (const item of phone.asks) {
        // "Mine is right": from the version the person has seen now.
        const { version } = await stored('one');
        const body = { ...item.body, mutationId: `decided-${String(item.seq)}` };
        phone.put({ ...item, state: 'waiting', version, body, again: false, failure: undefined });
        await phone.send();
      }
      expect(phone.waiting).toBe(0);
    }
    const { version, note } = await stored('one');
    const lines = (await history()).filter(({ about }) => about === 'one');
    expect(lines).toHaveLength(version);
    const said = JSON.stringify(lines);
    for (const text of ['first', note ?? '']) expect(said).toContain(text);
    expect(['of Ann', 'of Ben', 'staff'].filter((text) => said.includes(text)).length).toBe(version - 1);
  });
});
