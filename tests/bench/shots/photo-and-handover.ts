import type { Page } from 'playwright-core';
import * as z from 'zod';
import { type DemoRun, PASSWORD } from './demo-run.ts';

/** Asks the centre as one of its staff. */
type Ask = (request: string, body?: object) => Promise<unknown>;

const month = z.object({
  entries: z.array(z.object({ id: z.string(), kind: z.string(), voided: z.unknown().optional() })),
  photos: z.array(z.object({ bleed: z.string() })).optional(),
});
const roster = z.object({ items: z.array(z.object({ id: z.string(), birthDate: z.string() })) });
const patient = z.object({
  links: z.array(z.object({ relation: z.string(), endedAt: z.string().optional() })),
  handover: z.object({ doneAt: z.string().optional() }).optional(),
});
const signedIn = z.object({ token: z.string() });

/** A small picture that the browser draws: a JPEG that holds nothing else. */
const PICTURE = `(() => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#d9b8a0';
  pen.fillRect(0, 0, 640, 480);
  pen.fillStyle = '#8a4a5c';
  pen.beginPath();
  pen.ellipse(330, 250, 120, 80, 0.4, 0, 7);
  pen.fill();
  return canvas.toDataURL('image/jpeg').split(',')[1];
})()`;

interface Diary {
  readonly run: DemoRun;
  readonly page: Page;
  readonly ask: Ask;
  /** Whose diary it is, and at which centre. */
  readonly as: string;
  readonly c: string;
  readonly p: string;
  /** `2026-11` */
  readonly of: string;
}

/** A bleed of the month that has a photo: one is added where there is none. Empty where the month has no bleed. */
export async function bleedWithPhoto({ run, page, ask, as, c, p, of }: Diary): Promise<string> {
  const { entries, photos = [] } = month.parse(await ask(`GET /v1/centre/patients/${p}/month?month=${of}`));
  const bleed = entries.find(({ kind, voided }) => kind === 'bleed' && voided === undefined)?.id ?? '';
  if (bleed === '' || photos.some((photo) => photo.bleed === bleed)) return bleed;
  const body = { username: as, password: PASSWORD };
  const { token } = signedIn.parse(await run.ask('diary', 'POST /v1/session/diary/sign-in', { body }));
  const photo = crypto.randomUUID();
  const data = z.string().parse(await page.evaluate(PICTURE));
  await run.ask('diary', `PUT /v1/diaries/${c}/${p}/bleeds/${bleed}/photos/${photo}`, {
    token,
    body: { mutationId: crypto.randomUUID(), contentType: 'image/jpeg', data },
  });
  return bleed;
}

/** A young person with a carer whose diary is to be handed over, the oldest first; empty where there is none. */
export async function youngPerson(ask: Ask): Promise<string> {
  const { items } = roster.parse(await ask('POST /v1/centre/patients/search', {}));
  for (const { id } of items.toSorted((a, b) => a.birthDate.localeCompare(b.birthDate))) {
    const { links, handover } = patient.parse(await ask(`GET /v1/centre/patients/${id}`));
    const carers = links.filter(({ relation, endedAt }) => relation !== 'self' && endedAt === undefined);
    if (carers.length > 0 && handover !== undefined && handover.doneAt === undefined) return id;
  }
  return '';
}
