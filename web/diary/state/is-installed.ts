/** Whether the diary was opened from the home screen: there a phone doesn't delete what an unused page keeps. */
export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches;
