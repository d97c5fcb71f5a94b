import type { Failure } from '../../../shared/api/failure.ts';

/**
 * The routes an act may wait for, each idempotent by its mutationId, with what it is called among several acts in one
 * request; `alone` goes only by itself.
 */
export const ACT_KINDS = {
  'put-treatment': 'treatment',
  'put-bleed': 'bleed',
  'put-not-taken': 'not-taken',
  'put-confirmation': 'confirmation',
  'void-entry': 'void',
  'put-delivered': 'delivered',
  'put-counted': 'counted',
  'put-wasted': 'wasted',
  'put-warmed': 'warmed',
  'put-taken-back': 'taken-back',
  'put-photo': 'alone',
  'void-photo': 'alone',
  'move-entry': 'alone',
} as const;
export type ActRoute = keyof typeof ACT_KINDS;
export const isActRoute = (route: unknown): route is ActRoute =>
  typeof route === 'string' && Object.hasOwn(ACT_KINDS, route);

/** One act of a person, as it was pressed. */
export interface Act {
  readonly route: ActRoute;
  readonly centre: string;
  readonly patient: string;
  /** The entry it makes, corrects or takes out; of a photo its own id, and of what is told of the stock. */
  readonly id: string;
  /** The bleed that a photo is of: it can't go before that is there. */
  readonly of?: string | undefined;
  /** The photo itself: the browser keeps it beside the item and reads it only when it is sent. */
  readonly photo?: Blob | undefined;
  /** The version it starts from; absent for what is new. */
  readonly version?: number | undefined;
  /** As the route takes it, `mutationId` and, for entries, `typedAt` among it. */
  readonly body: Readonly<Record<string, unknown>> & { readonly mutationId: string };
  /** What to call it where that can't be told from the body. Only ever shown on this device. */
  readonly what?: string | undefined;
  /** The day of the entry it is about, where that can't be told from the body. Never sent. */
  readonly on?: string | undefined;
  /** An earlier act on the same new entry may have arrived: then this one corrects what did. */
  readonly again?: boolean | undefined;
}

/**
 * `waiting`: on this device, sent as soon as it can be. `needs-you`: the server asked or refused, so a person decides.
 * `sending`, `sent` and `received` are never stored: what is sent leaves the outbox. `received`: the centre decides
 * about it, because the person may not see the diary any more.
 */
export type ItemState = 'waiting' | 'sending' | 'sent' | 'received' | 'needs-you';

/** An act in the outbox. */
export interface Item extends Act {
  /** The order in which acts were made on this device. */
  readonly seq: number;
  /** Whose it is: nobody else's session shows or sends it. */
  readonly account: string;
  readonly state: ItemState;
  /** The device's clock when it was put here, ISO. */
  readonly addedAt: string;
  /** Whether it has ever been handed to the network: then it may have arrived. */
  readonly tried: boolean;
  readonly tries: number;
  /** Made without a connection. */
  readonly late: boolean;
  /** Not sent again before this instant, in milliseconds of the device's clock. */
  readonly notBefore: number;
  /** Why it waits, or what the person is asked. */
  readonly failure?: Failure | undefined;
}

/** Parses what the device kept: what an older release left and this one can't send is not lost, but left alone. */
export const isItem = (value: unknown): value is Item => {
  if (typeof value !== 'object' || value === null) return false;
  const route: unknown = Reflect.get(value, 'route');
  const texts = ['account', 'centre', 'patient', 'id', 'state', 'addedAt'];
  return (
    isActRoute(route) &&
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof Reflect.get(value, 'body') === 'object'
  );
};
