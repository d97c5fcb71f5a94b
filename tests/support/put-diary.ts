import { state } from '#table/entities/state.ts';
import { created } from '#table/item.ts';
import type { Stored } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';

/** Writes a patient's state as enrolment leaves it, with what a test needs otherwise. */
export const putDiary = async (
  context: Pick<Context, 'store' | 'now'>,
  ids: { readonly centre: string; readonly patient: string },
  more: Partial<Stored<typeof state>> = {},
): Promise<void> => {
  const at = context.now().toString();
  const item: Stored<typeof state> = {
    ...ids,
    identity: { givenName: 'Robin', familyName: 'Example', birthDate: '2014-03-09' },
    details: { diagnosis: 'haemophilia-a' },
    homeZone: 'Europe/London',
    homeTherapy: true,
    channel: 'online',
    consent: { state: 'not-needed' },
    recording: { stage: 'not-started', since: at, openDoses: [] },
    delivery: { status: 'none', since: at },
    pauses: [],
    plans: [],
    remindedOn: [],
    openBleeds: [],
    ...created({ at, by: 'test', mutationId: 'enrolled' }),
    ...more,
  };
  await context.store.put(state, item);
};
