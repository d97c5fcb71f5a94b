import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { EmergencyNotice } from '../parts/emergency-notice.tsx';
import { emergencyNumbers } from '../state/emergency-numbers.ts';

/** The emergency numbers for anyone, signed in or not, online or not. */
export function EmergencyPage(): VNode {
  const known = emergencyNumbers.value;
  return (
    <Page title={words.emergencyLink} back="/" narrow>
      <EmergencyNotice centreName={known?.name} phone={known?.emergencyPhone} alone />
    </Page>
  );
}
