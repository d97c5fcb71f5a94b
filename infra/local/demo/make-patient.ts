import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import type { consent, link, plan } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import { CENTRES } from './centres.ts';
import type { Course } from './course.ts';
import { isChild, type Patient, type Person } from './people.ts';
import type { Random } from './random.ts';
import { prescribe, PRESCRIPTIONS, type Dose } from './regimens.ts';
import { accountOf, asStaff, patientId } from './who.ts';
import { instantAt, localAt, millisOf, secondsOf, ZONE, type Year } from './when.ts';

type State = Stored<typeof state>;
type Plan = Stored<typeof plan>;

/** Someone's enrolment: what is there before the first entry. */
export interface Enrolled {
  readonly at: Temporal.Instant;
  readonly state: State;
  readonly plans: readonly Plan[];
  readonly doses: ReadonlyMap<string, Dose>;
  readonly forBleeds: Dose;
  readonly consents: readonly Stored<typeof consent>[];
  readonly links: readonly Stored<typeof link>[];
}

const weightOf = ({ age }: Patient, random: Random): number =>
  age < 16 ? Math.round(8 + age * 3.1 + random.whole(0, 4)) : random.whole(58, 96);

const diagnosisOf = ({ prescription }: Patient): State['details']['diagnosis'] => {
  if (prescription.startsWith('vwf')) return 'von-willebrand';
  return prescription.startsWith('fix') ? 'haemophilia-b' : 'haemophilia-a';
};

/** Treatment on demand is for those who have some factor of their own, or an inhibitor. */
const factorLevelOf = ({ prescription }: Patient, random: Random): string =>
  prescription.endsWith('-demand') && prescription !== 'bypassing-demand'
    ? String(random.whole(2, 20))
    : '<1';

const birthDateOf = ({ age }: Patient, random: Random, { today }: Year): string => {
  const birthday = Temporal.PlainDate.from(today).subtract({ years: age, days: random.whole(1, 360) });
  return birthday.toString();
};

/** Enrolled the day before the year began; whoever hasn't started, two days ago. */
const enrolledOn = ({ behaviour }: Patient, { today, from }: Year): string =>
  addDays(behaviour === 'not-started' ? today : from, behaviour === 'not-started' ? -2 : -1);

const plansOf = (
  patient: Patient,
  random: Random,
  year: Year,
  course: Course,
): Pick<Enrolled, 'plans' | 'doses' | 'forBleeds'> => {
  const weightKg = weightOf(patient, random);
  const prescription = PRESCRIPTIONS[patient.prescription];
  const days = 'days' in prescription ? prescription.days : 7;
  const back = days * Math.ceil(daysBetween(year.from, course.doseOn) / days);
  const isNew = patient.behaviour === 'not-started';
  const start = isNew ? addDays(year.today, 7) : year.from;
  const anchor = isNew ? start : addDays(course.doseOn, -back);
  // Children grow: half way through the year the amount follows the weight.
  const changes = isChild(patient) && !isNew ? [addDays(year.from, 180)] : [];
  const doses = new Map<string, Dose>();
  const plans = [start, ...changes].map((effectiveOn, place): Plan => {
    const setAt = instantAt(localAt(isNew ? enrolledOn(patient, year) : addDays(effectiveOn, -1), 11, 30));
    const id = random.id(setAt.epochMilliseconds);
    const kg = weightKg + place * 2;
    const { regimens, routine } = prescribe(patient.prescription, kg, anchor);
    if (routine !== undefined) doses.set(id, routine);
    const by = asStaff(patient.centre, 'consultant').account;
    return {
      centre: patient.centre,
      patient: patientId(patient.key),
      plan: id,
      effectiveOn,
      weightKg: kg,
      weighedOn: addDays(effectiveOn, -3),
      regimens,
      setAt: millisOf(setAt),
      setBy: by,
      ...created({ at: millisOf(setAt), by, mutationId: id }),
    };
  });
  return { plans, doses, forBleeds: prescribe(patient.prescription, weightKg, anchor).forBleeds };
};

const linkOf = (
  patient: Patient,
  person: Person,
  at: Temporal.Instant,
  random: Random,
): Stored<typeof link>[] =>
  person.links
    .filter((one) => one.patient === patient.key)
    .map(({ relation, unconfirmed }) => ({
      centre: patient.centre,
      patient: patientId(patient.key),
      account: accountOf(person.username),
      username: person.username,
      firstName: patient.givenName,
      centreName: CENTRES[patient.centre].name,
      name: person.name,
      ...(person.noEmail === true ? {} : { email: `${person.username}@example.org` }),
      relation,
      mayRecord: true,
      confirmed: unconfirmed !== true,
      consent: isChild(patient) ? 'given' : 'not-needed',
      ...(person.undecided === true ? {} : { statementAgreed: 1 }),
      notBefore: Math.floor(at.epochMilliseconds / 1000),
      ...created({
        at: millisOf(at),
        by: accountOf(person.username),
        mutationId: random.id(at.epochMilliseconds),
      }),
    }));

const consentsOf = (
  patient: Patient,
  at: Temporal.Instant,
  guardian: string,
  random: Random,
): Stored<typeof consent>[] => {
  if (!isChild(patient)) return [];
  const id = random.id(at.epochMilliseconds);
  return [
    {
      centre: patient.centre,
      patient: patientId(patient.key),
      consent: id,
      change: 'given',
      givenBy: guardian,
      relation: 'parent',
      on: at.toZonedDateTimeISO(ZONE).toPlainDate().toString(),
      formReference: `Consent folder ${String(random.whole(100, 999))}`,
      ...created({
        at: millisOf(at),
        by: asStaff(patient.centre, 'data-manager').account,
        mutationId: id,
      }),
    },
  ];
};

const detailsOf = (patient: Patient, own: readonly Person[], random: Random): State['details'] => {
  const reachable = own.find(({ noEmail }) => noEmail !== true);
  const number = String(random.whole(0, 999)).padStart(3, '0');
  return {
    diagnosis: diagnosisOf(patient),
    factorLevel: factorLevelOf(patient, random),
    ...(reachable === undefined ? {} : { email: `${reachable.username}@example.org` }),
    // Ofcom's range for drama.
    phone: `07700 900${number}`,
    address: `${String(random.whole(1, 80))} Example Street\nZZ9 9ZZ`,
    centreNumber: `${patient.centre.slice(0, 1).toUpperCase()}-${number}`,
  };
};

const stateOf = (
  patient: Patient,
  own: readonly Person[],
  random: Random,
  year: Year,
  at: Temporal.Instant,
): State => {
  const day = enrolledOn(patient, year);
  const since = secondsOf(at);
  const { givenName, familyName } = patient;
  const by = asStaff(patient.centre, 'data-manager').account;
  return {
    centre: patient.centre,
    patient: patientId(patient.key),
    identity: { givenName, familyName, birthDate: birthDateOf(patient, random, year) },
    details: detailsOf(patient, own, random),
    homeZone: ZONE,
    homeTherapy: true,
    channel: patient.paper ? 'paper' : 'online',
    consent: isChild(patient) ? { state: 'given', on: day } : { state: 'not-needed' },
    ...(patient.paper ? { paperStatement: { version: 1, on: day } } : {}),
    recording: { stage: 'not-started', since, openDoses: [] },
    // Suspended is a later decision.
    delivery: { status: patient.delivery === 'suspended' ? 'active' : patient.delivery, since },
    pauses: [],
    clockFrom: addDays(day, 1),
    plans: [],
    remindedOn: [],
    openBleeds: [],
    ...created({ at: millisOf(at), by, mutationId: random.id(at.epochMilliseconds) }),
  };
};

/** Enrols one person: state, plans, consent and the links of whoever records. */
export const enrol = (
  patient: Patient,
  people: readonly Person[],
  random: Random,
  year: Year,
  course: Course,
): Enrolled => {
  const at = instantAt(localAt(enrolledOn(patient, year), 10, 0));
  const own = people.filter(({ links }) => links.some((one) => one.patient === patient.key));
  return {
    at,
    ...plansOf(patient, random, year, course),
    consents: consentsOf(patient, at.add({ minutes: 20 }), own[0]?.name ?? '', random),
    links: own.flatMap((person) => {
      // Whose link waits to be confirmed accepted the invitation only yesterday.
      const late = person.links.some(({ unconfirmed }) => unconfirmed === true) || person.undecided === true;
      const accepted = late ? instantAt(localAt(addDays(year.today, -1), 17, 5)) : at.add({ hours: 5 });
      return linkOf(patient, person, accepted, random);
    }),
    state: stateOf(patient, own, random, year, at),
  };
};
