import type { Browser, System } from '#domain/vocabulary.ts';

/** Somebody who has no token yet, as the session routes see them. */
export interface Visitor {
  /** Address of the device, for throttling only: it is hashed before it is kept. */
  readonly address: string;
  /** The refresh cookie of the audience in the path, if the device sent one. */
  readonly cookie: string | undefined;
  /** The device's own cookie, from its first sign-in on: it opens nothing. */
  readonly device: string | undefined;
  /** Which family of browser on which system, for the list of one's own devices. */
  readonly kind: { readonly browser: Browser; readonly system: System };
}

/** What a session route answers, and what becomes of the refresh cookie. */
export interface SessionAnswer<T> {
  readonly answer: T;
  /** `forget` clears it; absent leaves it as it is. */
  readonly cookie?: { readonly value: string; readonly seconds: number } | 'forget';
  /** The device's own cookie is set, or set anew for as long again. */
  readonly device?: { readonly value: string; readonly seconds: number };
}
