import type { Entry } from '#contracts/entries.ts';
import type { DiaryRecord } from '#contracts/export.ts';
import { planInForce } from '#domain/plan.ts';
import { administration, notTaken } from './administration.ts';
import { BASE, concept, own } from './codes.ts';
import { condition } from './condition.ts';
import type { Subject } from './moment.ts';
import { request } from './request.ts';

type Confirmation = Extract<Entry, { kind: 'confirmation' }>;

/** Named because it asks for nothing beyond R4 that this lacks; why no other profile is named is in docs/fhir.md. */
const UK_CORE_PATIENT = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient';

const patient = ({ id, givenName, familyName, birthDate }: DiaryRecord['person']) => ({
  resourceType: 'Patient' as const,
  id,
  meta: { profile: [UK_CORE_PATIENT] },
  name: [{ use: 'official' as const, family: familyName, given: [givenName] }],
  birthDate,
});

/** "No bleeds" or "no other treatment" of a period, each answer a component. */
const observation = (entry: Confirmation, { subject }: Subject) => ({
  resourceType: 'Observation' as const,
  id: entry.id,
  status: entry.voided === undefined ? ('final' as const) : ('entered-in-error' as const),
  code: concept('confirmation', 'nothing-to-record', 'Nothing to record'),
  subject,
  effectivePeriod: { start: entry.from, end: entry.to },
  issued: entry.receivedAt,
  component: entry.answers.map((answer) => ({
    code: concept('confirmation', answer, answer.replaceAll('-', ' ')),
    valueBoolean: true,
  })),
});

const resourceOf = (entry: Entry, subject: Subject) => {
  switch (entry.kind) {
    case 'treatment':
      return administration(entry, subject);
    case 'bleed':
      return condition(entry, subject);
    case 'not-taken':
      return notTaken(entry, subject);
    case 'confirmation':
      return observation(entry, subject);
  }
};

const requests = ({ plans, to }: DiaryRecord, { subject }: Subject) => {
  const inForce = planInForce(plans, to)?.id;
  return plans.flatMap((plan) =>
    plan.regimens.map((regimen, place) => {
      // A plan still to come is active as well: only one that another has taken the place of is over.
      const isInForce = plan.id === inForce || plan.effectiveOn > to;
      return request(plan, regimen, { subject, place, isInForce });
    }),
  );
};

/** A period of a diary as a FHIR R4 collection. The mapping, field by field, is in docs/fhir.md. */
export const fhirBundle = (record: DiaryRecord) => {
  const { person, entries, madeAt } = record;
  const bleeds = new Set(entries.filter(({ kind }) => kind === 'bleed').map(({ id }) => id));
  const subject: Subject = {
    subject: { reference: `Patient/${person.id}` },
    has: (id) => bleeds.has(id),
  };
  const resources = [
    patient(person),
    ...entries.map((entry) => resourceOf(entry, subject)),
    ...requests(record, subject),
  ];
  return {
    resourceType: 'Bundle' as const,
    meta: { tag: [own('export', 'diary')] },
    type: 'collection' as const,
    timestamp: madeAt,
    entry: resources.map((resource) => ({
      fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
};
