import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { ActLink } from '../parts/act-link.tsx';
import { dayText } from '../parts/day-text.ts';
import { ConfirmLink, EndLink } from '../parts/link-forms.tsx';
import { PatientAct } from '../parts/patient-act.tsx';
import { RecoverAccount } from '../parts/recover-account.tsx';

const words = centreAccounts.link;

function Link({ patient, account }: { readonly patient: Patient; readonly account: string }): VNode {
  const link = patient.links.find((one) => one.account === account);
  if (link === undefined) return <p>{commonWords.notFoundText}</p>;
  const { facts } = words;
  return (
    <>
      <h2>{link.name}</h2>
      <SummaryList
        rows={[
          [facts.relation, centre.relations[link.relation]],
          [facts.username, link.username],
          [facts.since, dayText(link.since)],
          [facts.record, link.mayRecord ? commonWords.yes : commonWords.no],
          [
            facts.statement,
            link.statementAgreed === undefined ? words.noStatement : words.statement(link.statementAgreed),
          ],
        ]}
      />
      {link.endedAt !== undefined ? (
        <Notice>
          <p>{words.endedOn(dayText(link.endedAt))}</p>
        </Notice>
      ) : (
        <>
          {!link.confirmed && <ConfirmLink patient={patient} link={link} />}
          {/* Nobody is helped into an account that may be the wrong person's. */}
          {link.confirmed && <RecoverAccount patient={patient} link={link} />}
          <p class="act-alone">
            <ActLink
              act="put-withheld"
              href={`/patients/${patient.id}/addresses/${account}`}
              label={centreSharing.withheld.addressActionOf(link.name)}
            />
          </p>
          <EndLink patient={patient} link={link} change="end" />
          <EndLink patient={patient} link={link} change="wrong-person" />
        </>
      )}
    </>
  );
}

/** One linked account: confirm it, help its owner to sign in again, or end the link. */
export function LinkPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.page} act="put-link">
      {(patient) => <Link patient={patient} account={params['account'] ?? ''} />}
    </PatientAct>
  );
}
