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

/** Putting the diary on the home screen. */
export const install = {
  listen,
  isOffered: computed(() => offer.value !== undefined),
  ask: async (): Promise<void> => {
    await offer.peek()?.prompt();
    offer.value = undefined;
  },
};
