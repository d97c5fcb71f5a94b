import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';

const words = centrePatient.consent;

const sentence = ({ state, on }: Patient['consent']): string => {
  if (state === 'given') return words.given(on === undefined ? '' : dayText(on));
  if (state === 'revoked') return words.revoked(on === undefined ? '' : dayText(on));
  return words[state];
};

/** The guardian's consent, and for people on paper the agreement to the privacy statement. */
export function ConsentPanel({ patient }: { readonly patient: Patient }): VNode {
  const { paperStatement } = patient;
  const at = `/patients/${patient.id}`;
  const needed = patient.consent.state !== 'not-needed';
  return (
    <Panel
      id="consent"
      title={words.title}
      act={
        needed && <ActLink act="put-consent" href={`${at}/consent`} label={centrePatient.actions.consent} />
      }
    >
      <p>{sentence(patient.consent)}</p>
      {patient.channel === 'paper' && (
        <>
          <p>
            {paperStatement === undefined
              ? words.noPaperStatement
              : words.paperStatement(paperStatement.version, dayText(paperStatement.on))}
          </p>
          <p>
            <ActLink
              act="put-paper-statement"
              href={`${at}/statement`}
              label={centrePatient.actions.statement}
            />
          </p>
        </>
      )}
    </Panel>
  );
}
