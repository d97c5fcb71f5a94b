import * as z from 'zod';
import { logLine } from '#contracts/patient.ts';
import { callApi, newId } from './call-api.ts';
import type { Person } from './people.ts';

const lines = z.object({ items: z.array(logLine).min(1) });

/** Something asked of the centre, and a line of the diary's log: what their pages are about. */
export async function logAndRequest(
  { carer, dataManager }: { readonly carer: Person; readonly dataManager: Person },
  { centre, patient, text }: { readonly centre: string; readonly patient: string; readonly text: string },
): Promise<Readonly<Record<'request' | 'line' | 'lineAt', string>>> {
  const request = newId();
  await callApi('diary', `PUT /v1/diaries/${centre}/${patient}/requests/${request}`, {
    token: carer.token,
    body: { mutationId: newId(), what: 'review', text },
  });
  const log = await callApi('centre', `GET /v1/centre/patients/${patient}/log`, { token: dataManager.token });
  const [newest] = lines.parse(log).items;
  return { request, line: newest?.audit ?? '', lineAt: newest?.at ?? '' };
}
