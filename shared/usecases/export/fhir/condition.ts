import type { Bleed } from '#contracts/entries.ts';
import { bodySite, concept, own, SNOMED } from './codes.ts';
import { momentOf, type Subject } from './moment.ts';

const HL7 = 'http://terminology.hl7.org/CodeSystem';
const SEVERITY = ['minor', 'major', 'threatens life or limb'] as const;
const BLEEDING = { system: SNOMED, code: '131148009', display: 'Bleeding' };

/** A finding beside the bleed itself, which `Condition` has no element for. */
const evidenceOf = ({ cause, pain, response }: Bleed) => [
  { code: [concept('bleed-cause', cause)] },
  ...(pain === undefined
    ? []
    : [{ code: [concept('pain-0-to-10', String(pain), `pain ${String(pain)} of 10`)] }]),
  ...(response === undefined
    ? []
    : [{ code: [concept('bleed-response', response, `response ${response}`)] }]),
];

/**
 * A bleed. One that was taken out of the diary is entered in error, and then FHIR allows no clinical status. Severity has
 * our own codes: mild, moderate and severe of SNOMED are three other steps.
 */
export const condition = (bleed: Bleed, { subject }: Subject) => {
  const { severity, site, side, startedAt, endedAt, voided, note } = bleed;
  const isOver = endedAt !== undefined;
  return {
    resourceType: 'Condition' as const,
    id: bleed.id,
    ...(voided === undefined
      ? {
          clinicalStatus: {
            coding: [{ system: `${HL7}/condition-clinical`, code: isOver ? 'resolved' : 'active' }],
          },
        }
      : {
          verificationStatus: {
            coding: [{ system: `${HL7}/condition-ver-status`, code: 'entered-in-error' }],
          },
        }),
    severity: { coding: [own('bleed-severity', String(severity))], text: SEVERITY[severity] },
    code: { coding: [BLEEDING], text: 'Bleed' },
    bodySite: [bodySite(site, side)],
    subject,
    onsetDateTime: momentOf(startedAt),
    ...(endedAt === undefined ? {} : { abatementDateTime: momentOf(endedAt) }),
    recordedDate: bleed.receivedAt,
    evidence: evidenceOf(bleed),
    ...(note === undefined || note === '' ? {} : { note: [{ text: note }] }),
  };
};
