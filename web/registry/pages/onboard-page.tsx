import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { registry } from '../../shared/words/en/registry.ts';
import { CentreForm } from '../parts/centre-form.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registry.onboard;

/** Onboards a centre and invites its first data manager. */
export function OnboardPage(): VNode {
  if (!registryMe.may('put-centre')) return <NotAllowed />;
  return (
    <Page title={words.title} back="/" backLabel={registry.centres.title}>
      <CentreForm
        onSaved={(id, name) => {
          goWith(`/centres/${id}`, words.saved(name));
        }}
      />
    </Page>
  );
}
