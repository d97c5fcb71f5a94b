import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod';
import { noteReturned } from '#usecases/outbox/note-returned.ts';
import { tableContext } from '../container.ts';
import { log } from '../middleware/log.ts';

/** What SES publishes, as far as it is needed: the kind of event and the tag that we gave the mail. */
const published = z.object({
  eventType: z.string(),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
});

const kinds = { Bounce: 'bounce', Complaint: 'complaint' } as const;
const kindOf = (eventType: string) =>
  eventType === 'Bounce' || eventType === 'Complaint' ? kinds[eventType] : undefined;

const context = tableContext();

/** Puts mail that came back on the worklist of the centre. Deliveries are only counted, by SES itself. */
export const handler = async (event: SNSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { eventType, mail } = published.parse(JSON.parse(record.Sns.Message));
    const kind = kindOf(eventType);
    const trace = mail.tags['trace']?.[0];
    const known = kind !== undefined && trace !== undefined && (await noteReturned(context, trace, kind));
    log.info('mail event', { eventType, outcome: known ? 'noted' : 'not ours to note' });
  }
};
