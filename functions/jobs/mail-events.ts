import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod';
import { noteReturned } from '#usecases/outbox/note-returned.ts';
import { centreByCentre } from '../container.ts';
import { log } from '../middleware/log.ts';
import { withoutDetails } from '../middleware/without-details.ts';

/** What SES publishes, as far as it is needed: the kind of event and the tag that we gave the mail. */
const published = z.object({
  eventType: z.enum(['Bounce', 'Complaint', 'Delivery', 'Reject']),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
});

const kinds = { Bounce: 'bounce', Complaint: 'complaint' } as const;
const kindOf = (eventType: z.infer<typeof published>['eventType']) =>
  eventType === 'Bounce' || eventType === 'Complaint' ? kinds[eventType] : undefined;

const context = centreByCentre();

/** Puts mail that came back on the worklist of the centre. Deliveries are only counted, by SES itself. */
const noteAll = async (event: SNSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { eventType, mail } = published.parse(JSON.parse(record.Sns.Message));
    const kind = kindOf(eventType);
    const trace = mail.tags['trace']?.[0];
    const known = kind !== undefined && trace !== undefined && (await noteReturned(context, trace, kind));
    log.info('mail event', { eventType, outcome: known ? 'noted' : 'not ours to note' });
  }
};

export const handler = withoutDetails(noteAll);
