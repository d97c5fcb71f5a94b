import { computed, signal } from '@preact/signals';

/** Chromium's own event, which no standard has yet. */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}
const isInstall = (event: Event): event is InstallEvent => 'prompt' in event;

const offer = signal<InstallEvent | undefined>(undefined);

/** Keeps the browser's offer to install until the person asks for it on the settings page. Call once, early. */
function listen(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstall(event)) offer.value = event;
  });
  window.addEventListener('appinstalled', () => {
    offer.value = undefined;
  });
}

/** Putting the diary on the home screen: there a phone doesn't delete what an unused page keeps. */
export const install = {
  listen,
  isOffered: computed(() => offer.value !== undefined),
  isInstalled: (): boolean => window.matchMedia('(display-mode: standalone)').matches,
  ask: async (): Promise<void> => {
    await offer.peek()?.prompt();
    offer.value = undefined;
  },
};
