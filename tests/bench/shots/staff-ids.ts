import type { Page } from 'playwright-core';
import * as z from 'zod';
import { type DemoRun, PASSWORD } from './demo-run.ts';
import { bleedWithPhoto, youngPerson } from './photo-and-handover.ts';

/** Her diary is shared with the other centre. */
const SHARED = 'robin';
const CENTRES = ['larkfield', 'moorside'] as const;

const seen = z.object({ links: z.array(z.object({ account: z.string() })) });
const month = z.object({ entries: z.array(z.object({ id: z.string(), kind: z.string() })) });
const log = z.object({ items: z.array(z.object({ audit: z.string(), at: z.string() })) });
const me = z.object({ account: z.string() });
const people = z.object({ items: z.array(me) });
const signedIn = z.object({ token: z.string() });
const mine = z.object({ diaries: z.array(z.object({ patient: z.string() })).min(1) });

export type Ids = Readonly<Record<string, string>>;
const newId = (): string => crypto.randomUUID();

/** Something asked of the centre; its page is about that. */
async function requestBy(run: DemoRun): Promise<{ readonly p: string; readonly request: string }> {
  const body = { username: SHARED, password: PASSWORD };
  const { token } = signedIn.parse(await run.ask('diary', 'POST /v1/session/diary/sign-in', { body }));
  const p = mine.parse(await run.ask('diary', 'GET /v1/me', { token })).diaries[0]?.patient ?? '';
  const request = newId();
  await run.ask('diary', `PUT /v1/diaries/${CENTRES[0]}/${p}/requests/${request}`, {
    token,
    body: { mutationId: newId(), what: 'review', text: 'Please look at my plan again' },
  });
  return { p, request };
}

const treatment = (given: string): object => {
  const now = new Date().toISOString();
  return {
    mutationId: newId(),
    typedAt: `${now.slice(0, 19)}Z`,
    when: { local: given, zone: 'Europe/London' },
    product: { kind: 'catalogue', id: 'elocta' },
    containers: [{ strength: 1000, count: 1, batch: { kind: 'known', number: 'AB1234' } }],
    amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
    reason: 'prophylaxis',
    place: 'hospital',
    fromHomeStock: false,
    passed: ['product-not-in-plan', 'possible-duplicate', 'dose-already-recorded', 'less-than-half-of-plan'],
  };
};

/**
 * What stands for the placeholders of a centre's paths.
 *
 * @param page draws the photo of a bleed
 * @param isOther the centre that the diary is shared with
 */
export async function centreIds(run: DemoRun, page: Page, token: string, isOther: boolean): Promise<Ids> {
  const ask = (request: string, body?: object): Promise<unknown> =>
    run.ask('centre', request, { token, ...(body === undefined ? {} : { body }) });
  const { p, request } = await requestBy(run);
  if (isOther) {
    const sharedTreatment = newId();
    // A while ago, and by no clock in the future, right after midnight too.
    const given = new Date(Date.now() - 600_000).toISOString().slice(0, 16);
    await ask(`PUT /v1/centre/shared/${CENTRES[0]}/${p}/treatments/${sharedTreatment}`, treatment(given));
    return { sharingCentre: CENTRES[0], sharedPatient: p, sharedTreatment, month: given.slice(0, 7) };
  }
  const at = `/v1/centre/patients/${p}`;
  const thisMonth = new Date().toISOString().slice(0, 7);
  const { entries } = month.parse(await ask(`GET ${at}/month?month=${thisMonth}`));
  const [line] = log.parse(await ask(`GET ${at}/log`)).items;
  const recall = newId();
  await ask(`PUT /v1/centre/recalls/${recall}`, {
    mutationId: newId(),
    productId: 'elocta',
    batch: 'RCL 9901',
    since: '2026-01-01',
    note: 'Told by the maker',
    ended: false,
  });
  return {
    p,
    c: CENTRES[0],
    centre: CENTRES[1],
    month: thisMonth,
    carer: seen.parse(await ask(`GET ${at}`)).links[0]?.account ?? '',
    staff: me.parse(await ask('GET /v1/centre')).account,
    treatment: entries.find(({ kind }) => kind === 'treatment')?.id ?? '',
    line: line?.audit ?? '',
    lineAt: line?.at ?? '',
    request,
    recall,
    bleed: await bleedWithPhoto({ run, page, ask, as: SHARED, c: CENTRES[0], p, of: thisMonth }),
    young: await youngPerson(ask),
  };
}

/** What stands for the placeholders of the registry's paths. */
export async function registryIds(run: DemoRun, token: string): Promise<Ids> {
  const { items } = people.parse(await run.ask('registry', 'GET /v1/registry/staff', { token }));
  return { c: CENTRES[0], colleague: items.at(-1)?.account ?? '' };
}
