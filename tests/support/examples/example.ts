import type { RouteName } from '#contracts/routes.ts';
import type { Input } from '../../../functions/middleware/handlers.ts';

/** What the examples speak of: each test names its own centre, people and day. */
export interface About {
  readonly centre: string;
  readonly patient: string;
  /** Of somebody linked to that patient. */
  readonly account: string;
  /** Account of another member of the centre's staff. */
  readonly colleague: string;
  /** An entry of that diary, and the version it has. */
  readonly entry: string;
  /** A bleed of that diary, of the same version; else the entry is one. */
  readonly bleed?: string;
  /** A photo of that bleed; else `fresh`. */
  readonly photo?: string;
  /** An export of the centre that is there already; else `fresh`. */
  readonly file?: string;
  readonly version: number;
  /** A diary of another centre that is shared with the caller's; else the one that most tests share. */
  readonly shared?: { readonly centre: string; readonly patient: string };
  /** Another diary of the same account, for acts on two; else one called `brother` at the same centre. */
  readonly brother?: { readonly centre: string; readonly patient: string };
  /** An id that nothing has yet: of the entry, patient, centre … that the request makes. */
  readonly fresh: string;
  /** The mutation id. */
  readonly act: string;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** The version of the privacy statement in force. */
  readonly statement: number;
}

/** One valid request to a route, as its handler gets it; sent as JSON it is a valid request too. */
export type Example<N extends RouteName> = (about: About) => Input<N>;

export const nothing = { params: undefined, query: undefined, body: undefined, ifMatch: undefined } as const;
