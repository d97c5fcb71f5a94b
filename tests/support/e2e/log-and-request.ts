import * as z from 'zod';
import { logLine } from '#contracts/patient.ts';
import { callApi, newId } from './call-api.ts';
import type { Person } from './people.ts';

const lines = z.object({ items: z.array(logLine).min(1) });

/** Something asked of the centre, a line of the diary's log, and a recall: what their pages are about. */
export async function logAndRequest(
  { carer, dataManager }: { readonly carer: Person; readonly dataManager: Person },
  { centre, patient, text }: { readonly centre: string; readonly patient: string; readonly text: string },
): Promise<Readonly<Record<'request' | 'line' | 'lineAt' | 'recall', string>>> {
  const request = newId();
  await callApi('diary', `PUT /v1/diaries/${centre}/${patient}/requests/${request}`, {
    token: carer.token,
    body: { mutationId: newId(), what: 'review', text },
  });
  const recall = newId();
  await callApi('centre', `PUT /v1/centre/recalls/${recall}`, {
    token: dataManager.token,
    body: {
      mutationId: newId(),
      productId: 'elocta',
      batch: 'RCL 9901',
      since: '2026-01-01',
      note: text.slice(0, 300),
      ended: false,
    },
  });
  const log = await callApi('centre', `GET /v1/centre/patients/${patient}/log`, { token: dataManager.token });
  const [newest] = lines.parse(log).items;
  return { request, recall, line: newest?.audit ?? '', lineAt: newest?.at ?? '' };
}
