import type { VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';
import { Page } from './page.tsx';

/** For addresses that lead nowhere. */
export function NotFoundPage(): VNode {
  return (
    <Page title={commonWords.notFoundTitle} narrow>
      <p>{commonWords.notFoundText}</p>
      <p>
        <a class="link" href="/">
          {commonWords.home}
        </a>
      </p>
    </Page>
  );
}
