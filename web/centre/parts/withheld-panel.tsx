import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { withheldPage } from '../model/withheld-page.ts';
import { ActLink } from './act-link.tsx';
import { dayText, momentText } from './day-text.ts';
import { Panel } from './panel.tsx';

const words = centreSharing.withheld.panel;
type Mark = Patient['withheld'][number];

const whom = (patient: Patient, { from }: Mark): string =>
  [
    ...(from.carers ? [words.carers] : []),
    ...patient.links.filter(({ account }) => from.accounts.includes(account)).map(({ name }) => name),
    ...patient.grants.filter(({ centre }) => from.centres.includes(centre)).map((one) => one.centreName),
  ].join(', ');

/** What is withheld in this diary, from whom, and when somebody looks at it again. */
export function WithheldPanel({ patient }: { readonly patient: Patient }): VNode {
  const said = ({ what, about, on, at }: Mark): string => {
    switch (what) {
      case 'entry':
        return words.entry(on === undefined ? '' : dayText(on));
      case 'log':
        return words.line(at === undefined ? '' : momentText(at));
      case 'address':
        return words.address(patient.links.find(({ account }) => account === about)?.name);
      case 'zone':
        return words.zone;
    }
  };
  return (
    <Panel
      id="withheld"
      title={words.title}
      act={
        <>
          <ActLink
            act="put-withheld"
            href={`/patients/${patient.id}/zone`}
            label={centreSharing.withheld.zoneAction}
          />
          <ActLink
            act="put-withheld"
            href={`/patients/${patient.id}/addresses/patient`}
            label={centreSharing.withheld.addressAction}
          />
          <ActLink
            act="get-patient-log"
            href={`/patients/${patient.id}/log`}
            label={centreSharing.withheld.logAction}
          />
        </>
      }
    >
      {patient.withheld.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="plan-lines">
          {patient.withheld.map((mark) => (
            <li key={`${mark.what}-${mark.about}`}>
              <strong>{said(mark)}</strong>{' '}
              <span class="quiet">
                {words.from(whom(patient, mark))}, {words.review(dayText(mark.reviewOn))}
              </span>{' '}
              <ActLink
                act="put-withheld"
                href={withheldPage(patient.id, mark)}
                label={centreSharing.withheld.change}
                full={centreSharing.withheld.changeOf(said(mark))}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
