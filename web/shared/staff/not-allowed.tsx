import type { VNode } from 'preact';
import { Page } from '../components/page.tsx';
import { staffWords } from '../words/en/staff.ts';

/** For somebody who came by address to what their job doesn't cover. */
export function NotAllowed({ back = '/' }: { readonly back?: string }): VNode {
  return (
    <Page title={staffWords.notAllowed.title} back={back} narrow>
      <p>{staffWords.notAllowed.text}</p>
    </Page>
  );
}
