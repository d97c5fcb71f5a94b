import { renderToString } from 'preact-render-to-string';
import { Shell } from '../shared/components/shell.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { footerLinks, statementLink } from './footer-links.tsx';

/** The sign-in in English as somebody new sees it: drawn when the site is built, so that it is read before any script. */
export const signInFrame = (): string =>
  renderToString(
    <Shell footer={footerLinks()}>
      <SignInPage>{statementLink()}</SignInPage>
    </Shell>,
  );
