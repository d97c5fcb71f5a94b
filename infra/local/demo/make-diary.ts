import { Temporal } from 'temporal-polyfill';
import type { PlannedDose } from '#domain/plan.ts';
import { entry, use, consent, link, plan } from '#table/entities/diary.ts';
import { handover } from '#table/entities/handover.ts';
import { state } from '#table/entities/state.ts';
import type { Owner } from '#table/entities/owner.ts';
import { audit, outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { created, toItem, type Item } from '#table/item.ts';
import { findProduct } from '#catalogue/catalogue.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { plannedHandover } from '#usecases/patient/planned-handover.ts';
import type { Person as PersonCaller, StaffCaller } from '#usecases/ports/context.ts';
import { courseOf, type Course } from './course.ts';
import { itemsOf, type Told, type Written } from './entries.ts';
import { enrol, type Enrolled } from './make-patient.ts';
import { noteYear } from './note-year.ts';
import { makeBleeds } from './make-bleeds.ts';
import { makeConfirmations } from './make-confirmations.ts';
import { makeDoses } from './make-doses.ts';
import { makeMails, withBounce } from './make-mails.ts';
import { makeStock } from './make-stock.ts';
import type { Making } from './making.ts';
import type { Patient, Person } from './people.ts';
import { randomOf } from './random.ts';
import { replayYear, type Happening, type Swept } from './replay.ts';
import { asPerson, asStaff } from './who.ts';
import { instantAt, millisOf, secondsOf, type Year } from './when.ts';

type State = Stored<typeof state>;

/** Whose newest reminder came back. */
const BOUNCED = 'jory.saltmarsh';

type Recorders = readonly [PersonCaller | StaffCaller, ...(PersonCaller | StaffCaller)[]];

/** Those on paper, and those whose account is of yesterday, sent forms that the nurse typed in. */
const recordersOf = (patient: Patient, people: readonly Person[], { links }: Enrolled): Recorders => {
  const linked = people.filter(
    ({ links: to, undecided }) =>
      undecided !== true && to.some((one) => one.patient === patient.key && one.unconfirmed !== true),
  );
  const [first, ...others] = linked.map(asPerson);
  return patient.paper || links.length === 0 || first === undefined
    ? [asStaff(patient.centre, 'nurse')]
    : [first, ...others];
};

const inOrder = (a: Told, b: Told): number => a.at.epochMilliseconds - b.at.epochMilliseconds;

const tellYear = (making: Making, course: Course): Told[] => {
  if (making.patient.behaviour === 'not-started') return [];
  const bleeds = makeBleeds(making);
  const confirmed =
    course.accountedTo === undefined ||
    making.plans.some(({ regimens }) => regimens.some((one) => one.schedule))
      ? []
      : makeConfirmations(making, course.accountedTo, bleeds);
  return [...makeDoses(making), ...bleeds, ...confirmed].sort(inOrder);
};

/** Plans count for recording from when they were set. */
const plansSet = (plans: Enrolled['plans']): Happening[] =>
  plans.map((one) => ({
    at: Temporal.Instant.from(one.createdAt),
    event: 'plan-changed',
    action: 'set-plan',
    change: (before) => ({
      ...before,
      plans: [
        ...before.plans,
        { id: one.plan, effectiveOn: one.effectiveOn, setAt: one.setAt, regimens: one.regimens },
      ],
    }),
  }));

const openBleedsOf = (told: readonly Told[]): State['openBleeds'] =>
  told.flatMap(({ id, said, later }) => {
    if (said.kind !== 'bleed' || said.body.endedAt !== undefined || later?.fate === 'voided') return [];
    const { site, side, severity, startedAt } = said.body;
    return [{ id, site, side, severity, startedAt }];
  });

const lastTreatmentOf = (told: readonly Told[]): Pick<State, 'lastTreatment'> => {
  const last = told.findLast(({ said, later }) => said.kind === 'treatment' && later?.fate !== 'voided');
  if (last?.said.kind !== 'treatment' || last.said.body.product.kind !== 'catalogue') return {};
  const { product, containers, amount, reason, place, fromHomeStock, when } = last.said.body;
  return {
    lastTreatment: {
      product,
      productName: findProduct(product.id)?.name ?? '',
      containers,
      amount,
      reason,
      place,
      fromHomeStock,
      day: when.local.slice(0, 10),
      at: secondsOf(instantAt(when.local)),
    },
  };
};

/** Whoever is younger than an own account asks for has the day of it, as enrolling plans it. */
const handoverOf = ({ state: enrolled }: Enrolled, { today }: Year): Item[] => {
  const planned = plannedHandover(enrolled, defaultPolicy.ownAccountAge);
  const { createdAt: at, createdBy: by, mutationId } = enrolled;
  return planned.dueOn <= today ? [] : [toItem(handover, { ...planned, ...created({ at, by, mutationId }) })];
};

/** Everything of one patient's partition after a year. */
export const makeDiary = (patient: Patient, people: readonly Person[], year: Year): Item[] => {
  const random = randomOf(`diary ${patient.key}`);
  const course = courseOf(patient, random, year);
  const enrolled = enrol(patient, people, random, year, course);
  const { plans, doses, forBleeds, links } = enrolled;
  const routineOn = ({ day }: PlannedDose) => {
    const inForce = plans.findLast(({ effectiveOn }) => effectiveOn <= day);
    return doses.get(inForce?.plan ?? '') ?? forBleeds;
  };
  const recorders = recordersOf(patient, people, enrolled);
  const { silentFrom, receivedAt } = course;
  const making: Making = {
    patient,
    random,
    year,
    recorders,
    silentFrom,
    plans,
    routineOn,
    forBleeds,
    receivedAt,
  };
  const told = tellYear(making, course);
  const ids = { centre: patient.centre, patient: enrolled.state.patient };
  const owner: Owner = { of: 'diary', ...ids };
  const written = told.map((one) => ({ at: one.at, ...itemsOf(ids, one) }));
  const happenings = [...plansSet(plans), ...course.happenings];
  const lived = replayYear(enrolled.state, {
    entries: written.map(({ at, entries }) => ({ at, items: entries })),
    happenings,
    mailable: links.some(({ email, confirmed }) => email !== undefined && confirmed),
    now: year.now,
  });
  const sent = makeMails(lived.swept, links, random, year);
  const { mails, day } = patient.key === BOUNCED ? withBounce(sent) : { mails: sent, day: undefined };
  const after = finalState(lived.state, told, lived.swept, day);
  return [
    toItem(state, after),
    ...handoverOf(enrolled, year),
    ...written.flatMap(writtenItems),
    ...makeStock(making, ids, told),
    ...plans.map((one) => toItem(plan, one)),
    ...enrolled.consents.map((one) => toItem(consent, one)),
    ...links.map((one) => toItem(link, one)),
    ...noteYear({ patient, owner, random, year, enrolled, told, happenings, swept: lived.swept }).map((one) =>
      toItem(audit, one),
    ),
    ...mails.map((one) => toItem(outbox, one)),
  ];
};

const writtenItems = ({ entries, uses }: Written): Item[] => [
  ...entries.map((one) => toItem(entry, one)),
  ...uses.map((one) => toItem(use, one)),
];

const finalState = (
  lived: State,
  told: readonly Told[],
  swept: readonly Swept[],
  bouncedOn: string | undefined,
): State => {
  const last = told.at(-1);
  return {
    ...lived,
    remindedOn: lived.remindedOn.filter((day) => day !== bouncedOn),
    openBleeds: openBleedsOf(told),
    ...lastTreatmentOf(told),
    version: 1 + told.length + swept.length,
    ...(last === undefined ? {} : { updatedAt: millisOf(last.at), updatedBy: last.by.account }),
  };
};
