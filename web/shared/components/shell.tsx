import type { ComponentChildren, VNode } from 'preact';
import { router } from '../router/router.ts';
import { commonWords } from '../words/en/common.ts';
import { announcement } from './announce.ts';

export interface NavLink {
  readonly href: string;
  readonly label: string;
}
interface Props {
  /** Beside the name, for example "for centres". */
  readonly site?: string;
  readonly nav?: readonly NavLink[];
  /** Right of the navigation: who is signed in, sign out. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** Tables and rosters need more room than forms. */
  readonly wide?: boolean;
}

const current = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path.startsWith(href);

/** The frame of every page: skip link, header, navigation, the live region and the footer. Pages bring `<main>`. */
export function Shell({ site, nav = [], aside, children, footer, wide = false }: Props): VNode {
  const path = router.path.value;
  return (
    <div class={wide ? 'shell shell-wide' : 'shell'}>
      <a class="skip" href="#page">
        {commonWords.skip}
      </a>
      <header class="header">
        <div class="header-inside">
          <a class="wordmark" href="/">
            <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
              <path
                d="M12 2.5c4 5 6.5 8.3 6.5 12A6.5 6.5 0 0 1 5.5 14.500c0-3.700 2.500-7 6.500-12z"
                fill="currentColor"
              />
              <path
                d="M8.500 14.500h2l1.500-3 1.700 5 1-2h1"
                fill="none"
                class="wordmark-line"
                stroke-width="1.400"
              />
            </svg>
            <span>
              {commonWords.name}
              {site !== undefined && <span class="wordmark-site"> {site}</span>}
            </span>
          </a>
          {aside}
        </div>
        {nav.length > 0 && (
          <nav class="nav" aria-label={commonWords.menu}>
            <ul>
              {nav.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={current(href, path) ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      {children}
      <footer class="footer">
        <div>
          <p>{commonWords.footer}</p>
          {footer}
        </div>
      </footer>
      <div class="visually-hidden" role="status">
        {announcement.value}
      </div>
    </div>
  );
}
