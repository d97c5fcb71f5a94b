interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => string;
  };
}

const worker = '/service-worker.js';

/**
 * Keeps the pages' shell on the device, so that the diary opens at once and offline. The address goes through the
 * one Trusted Types policy that the site's security policy allows, `sw`.
 */
export function registerShell(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('sw', {
    createScriptURL: (url) => (url === worker ? url : ''),
  });
  void navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
}
