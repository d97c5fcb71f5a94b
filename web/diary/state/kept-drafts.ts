import { mayKeep } from './device/may-keep.ts';

/**
 * Drafts outlive a crash, a reload and an expired session, so they stand in the browser's lasting storage: under the
 * account and the diary, no longer than the device may keep a copy of the diary at all, and gone at sign-out. Where the
 * person wants nothing kept on the device they outlive a reload and an expired session, until the page is closed.
 */
const PREFIX = 'draft/';
const KEPT_MS = 14 * 86_400_000;

const storage = (): Storage => (mayKeep() ? localStorage : sessionStorage);
const isOurs = (key: string): boolean => key.startsWith(PREFIX);
const ours = (): string[] => Object.keys(storage()).filter(isOurs);

/** The time a text was kept and the text; `undefined` for what is too old, which is dropped. */
function read(place: string): string | undefined {
  const [at = '', text] = (storage().getItem(PREFIX + place) ?? '').split(/\n(.*)/s);
  if (text === undefined) return undefined;
  if (Date.now() - Number(at) <= KEPT_MS) return text;
  storage().removeItem(PREFIX + place);
  return undefined;
}

/** After the person has said whether this device may keep anything: what is typed goes where it may be. */
function settle(): void {
  const [from, to] = mayKeep() ? [sessionStorage, localStorage] : [localStorage, sessionStorage];
  for (const key of Object.keys(from).filter(isOurs)) {
    to.setItem(key, from.getItem(key) ?? '');
    from.removeItem(key);
  }
}

/** Texts by place, as the storage API has it, with an end. */
export const keptDrafts = {
  read,
  keep: (place: string, text: string): void => {
    storage().setItem(PREFIX + place, `${String(Date.now())}\n${text}`);
  },
  drop: (place: string): void => {
    storage().removeItem(PREFIX + place);
  },
  settle,
  /** Whether an account has something typed and not saved: asked about before signing out. */
  hasAny: (account: string): boolean =>
    ours().some((key) => key.startsWith(`${PREFIX}${account}/`) && !key.endsWith('/act')),
  /** Those of one diary: its link or its consent has ended. */
  forgetDiary: (account: string, { centre, patient }: { centre: string; patient: string }): void => {
    const prefix = `${PREFIX}${account}/${centre}/${patient}/`;
    for (const key of ours()) if (key.startsWith(prefix)) storage().removeItem(key);
  },
  /** Everybody's, because the next person at this device is somebody else. */
  forgetAll: (): void => {
    for (const key of ours()) storage().removeItem(key);
  },
};
