import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { registry } from '../../shared/words/en/registry.ts';
import { CentreForm } from '../parts/centre-form.tsx';
import { WithCentre } from '../parts/read-centre.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registry.onboard;

/** Corrects a centre's details or policy. */
export function EditCentrePage({ params }: PageProps): VNode {
  const id = params['c'] ?? '';
  if (!registryMe.may('put-centre')) return <NotAllowed />;
  return (
    <WithCentre id={id}>
      {(centre) => (
        <Page title={words.editTitle(centre.name)} back={`/centres/${id}`} backLabel={centre.name}>
          <CentreForm
            centre={centre}
            onSaved={() => {
              goWith(`/centres/${id}`, words.changed);
            }}
          />
        </Page>
      )}
    </WithCentre>
  );
}
