import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { emergencyWords as words } from '../../shared/words/en/emergency.ts';
import { EmergencyNotice } from '../parts/emergency-notice.tsx';
import { emergencyNumbers } from '../state/emergency-numbers.ts';

/** The emergency numbers for anyone, signed in or not, online or not. */
export function EmergencyPage(): VNode {
  const known = emergencyNumbers.value;
  return (
    <Page title={words.pageTitle} back="/" narrow>
      <EmergencyNotice centreName={known?.name} phone={known?.emergencyPhone} alone />
    </Page>
  );
}
