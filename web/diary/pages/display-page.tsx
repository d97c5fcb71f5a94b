import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { displayWords as words } from '../../shared/words/en/display.ts';
import { DisplaySettings } from '../display/display-settings.tsx';

/** Language and display for everyone, signed in or not. */
export function DisplayPage(): VNode {
  return (
    <Page title={words.title} back="/" narrow>
      <DisplaySettings />
    </Page>
  );
}
