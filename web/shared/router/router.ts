import { computed, signal } from '@preact/signals';

const path = signal(window.location.pathname);
/** Rises with every navigation: pages move the focus to their heading from the second on. */
const visit = signal(0);

const arrive = (): void => {
  path.value = window.location.pathname;
  visit.value += 1;
};

/** Goes to a path of this site. `replace` leaves no step in the history. */
function go(to: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  window.scrollTo(0, 0);
  arrive();
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey;

/** Makes ordinary links to this site's pages work without loading the document again. Call once. */
function listen(): void {
  window.addEventListener('popstate', arrive);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !isPlainClick(event) || link.target !== '' || link.hasAttribute('download')) return;
    if (link.origin !== window.location.origin || link.getAttribute('href')?.startsWith('#') !== false)
      return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

/** The address bar as a signal, without hashes. */
export const router = { path: computed(() => path.value), visit: computed(() => visit.value), go, listen };
