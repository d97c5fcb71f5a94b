import { addDays } from '#domain/calendar-day.ts';
import { grant } from '#table/entities/sharing.ts';
import { state } from '#table/entities/state.ts';
import { audit } from '#table/entities/system.ts';
import { created, fromItem, toItem, type Item } from '#table/item.ts';
import { copiesOf } from '#usecases/sharing/patient-grants.ts';
import { CENTRES } from './centres.ts';
import { noted } from './make-audit.ts';
import { randomOf } from './random.ts';
import { asStaff } from './who.ts';
import { instantAt, localAt, millisOf, type Year } from './when.ts';

/** The one patient of Larkfield whose diary Moorside sees too, and may record in. */
export const SHARED_PATIENT = 'robin.featherstone';

/** The grant of that diary, from what the diary holds. */
export const sharing = (diary: readonly Item[], year: Year): Item[] => {
  const enrolled = diary.find(({ type }) => type === state.type);
  if (enrolled === undefined) throw new Error('A diary has no patient.');
  const patient = fromItem(state, enrolled);
  const ids = { centre: patient.centre, patient: patient.patient };
  const startsOn = addDays(year.today, -30);
  const at = instantAt(localAt(startsOn, 9, 40));
  const random = randomOf(`sharing ${patient.patient}`);
  const by = asStaff('larkfield', 'data-manager');
  const granted = {
    mayRecord: true,
    startsOn,
    endsOn: addDays(year.today, 180),
    reason: 'Studies in Moorside during term',
  };
  const stamp = { at: millisOf(at), by: by.account, mutationId: random.id(at.epochMilliseconds) };
  const happened = { action: 'give-grant', about: 'moorside', reason: granted.reason, after: granted };
  return [
    toItem(grant, {
      ...ids,
      grantee: 'moorside',
      granteeName: CENTRES.moorside.name,
      centreName: CENTRES.larkfield.name,
      ...copiesOf(patient),
      ...granted,
      ...created(stamp),
    }),
    toItem(audit, noted(random, at, by, { of: 'diary', ...ids }, happened)),
  ];
};
