import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { staffMember } from '#contracts/centre.ts';
import { statement } from '#contracts/diary.ts';
import { saved } from '#contracts/entries.ts';
import { pageOf } from '#contracts/page.ts';
import { patient } from '#contracts/patient.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { About } from '../examples/example.ts';
import { requestOf } from '../examples/examples.ts';
import { ask, type Addresses, type FuzzCaller } from './callers.ts';

/** What the requests are about. */
export interface Targets {
  /** About a caller's own diary, or about the one that everybody else tries. */
  readonly aboutOf: (caller: FuzzCaller, draft: { readonly fresh: string; readonly act: string }) => About;
  /** Another patient of the centre and somebody linked to them, for acts that end something. */
  readonly spare: Pick<About, 'patient' | 'account' | 'colleague' | 'centre'>;
  /** Notes what a correction made of an entry, so that the next one begins there. */
  readonly corrected: (patient: string, version: number) => void;
}

const sharedList = z.object({ items: z.array(z.object({ centre: z.string(), patient: z.string() })) });
const workplace = z.object({ centre: z.object({ id: z.string() }) });
const roster = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const named = (callers: readonly FuzzCaller[], form: RegExp): FuzzCaller & { readonly token: string } => {
  const found = callers.find(({ name }) => form.test(name));
  if (found?.token === undefined) throw new Error(`Nobody is called ${String(form)}`);
  return { ...found, token: found.token };
};

/** A treatment in each caller's diary, for corrections and voids to meet. */
const entriesFor = async (addresses: Addresses, callers: readonly FuzzCaller[], about: About) => {
  const versions = new Map<string, { entry: string; version: number }>();
  for (const { diary, token } of callers) {
    if (diary === undefined) continue;
    const fresh = randomUUID();
    const day = addDays(about.today, -3);
    const { path, body } = requestOf('put-treatment', { ...about, ...diary, fresh, act: fresh, today: day });
    const made = saved.parse(await ask(addresses, 'diary', `PUT ${path}`, { token, body }));
    versions.set(diary.patient, { entry: made.id, version: made.version });
  }
  return versions;
};

/** Finds in the demo what the requests are to be about. */
export const findTargets = async (
  addresses: Addresses,
  callers: readonly FuzzCaller[],
  today: string,
): Promise<Targets> => {
  const { token } = named(callers, /manager$/);
  const staff = (request: string, body?: unknown) => ask(addresses, 'centre', request, { token, body });
  const { centre } = workplace.parse(await staff('GET /v1/centre'));
  const { items } = roster.parse(await staff('POST /v1/centre/patients/search', { name: 'larkspur' }));
  const other = items[0]?.id ?? '';
  const { links } = patient.parse(await staff(`GET /v1/centre/patients/${other}`));
  const colleagues = pageOf(staffMember).parse(await staff('GET /v1/centre/staff')).items;
  const [shared] = sharedList.parse(await staff('GET /v1/centre/shared')).items;
  const { version } = statement.parse(await ask(addresses, 'diary', 'GET /v1/statement'));
  const spare = {
    patient: other,
    account: links[0]?.account ?? '',
    colleague: colleagues.find(({ job }) => job === 'physiotherapist')?.account ?? '',
    centre: 'moorside',
  };
  const usual = named(callers, /^mara$/).diary ?? { centre: centre.id, patient: other };
  const about: About = {
    ...spare,
    ...usual,
    entry: '',
    version: 1,
    fresh: '',
    act: '',
    today,
    statement: version,
    ...(shared === undefined ? {} : { shared }),
  };
  const entries = await entriesFor(addresses, callers, about);
  return {
    spare,
    aboutOf: ({ diary }, draft) => {
      const mine = diary ?? usual;
      return { ...about, ...mine, ...entries.get(mine.patient), fresh: draft.fresh, act: draft.act };
    },
    corrected: (of, now) => {
      const entry = entries.get(of);
      if (entry !== undefined) entry.version = now;
    },
  };
};
