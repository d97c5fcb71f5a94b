import type { VNode } from 'preact';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { More } from '../../shared/components/more.tsx';
import { Page } from '../../shared/components/page.tsx';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { POLICY_DAYS } from '../../shared/staff/policy-draft.ts';
import { centreSettings } from '../../shared/words/en/centre-settings.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { registry } from '../../shared/words/en/registry.ts';
import { registryRecovery } from '../../shared/words/en/registry-recovery.ts';
import { CentreTag } from '../parts/centre-tag.tsx';
import { type ReadCentre, WithCentre } from '../parts/read-centre.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registry.centre;
const { contacts, policy } = centreSettings;

function Facts({ centre }: { readonly centre: ReadCentre }): VNode {
  const days = POLICY_DAYS.map(
    (key) => [policy[key].label, String(centre.policy[key] ?? defaultPolicy[key])] as const,
  );
  const sites = centre.policy.emergencySites.map((site) => centreVocabulary.sites[site]).join(', ');
  return (
    <>
      <SummaryList
        rows={[
          [registry.onboard.id.label, centre.id],
          [contacts.email, centre.email],
          [contacts.phone, <PhoneLink key="phone" phone={centre.phone} />],
          [contacts.emergencyPhone, <PhoneLink key="emergency" phone={centre.emergencyPhone} />],
          [
            contacts.address,
            <span key="address" class="lines" dir="auto">
              {centre.address}
            </span>,
          ],
          [contacts.zone, centre.zone.replaceAll('_', ' ')],
        ]}
      />
      <More summary={policy.title}>
        <SummaryList rows={[...days, [policy.emergencySites.label, sites]]} />
      </More>
    </>
  );
}

/** One centre: how it is reached, its policy, and whether it may work. */
export function CentrePage({ params }: PageProps): VNode {
  return (
    <WithCentre id={params['c'] ?? ''}>
      {(centre) => (
        <Page title={centre.name} back="/" backLabel={registry.centres.title} narrow>
          <Flash />
          <p>
            <CentreTag status={centre.status} />
          </p>
          {registryMe.may('put-centre') && (
            <div class="buttons">
              <a class="button button-second button-small" href={`/centres/${centre.id}/edit`}>
                {words.edit}
              </a>
              <a class="button button-second button-small" href={`/centres/${centre.id}/status`}>
                {centre.status === 'active' ? words.suspend : words.reactivate}
              </a>
              <a class="button button-second button-small" href={`/centres/${centre.id}/recovery`}>
                {registryRecovery.centre.link}
              </a>
            </div>
          )}
          <Facts centre={centre} />
        </Page>
      )}
    </WithCentre>
  );
}
