import { computed, signal } from '@preact/signals';
import type { Me } from '#contracts/diary.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { session } from '../../shared/session/session.ts';
import type { Copies } from './device/copies.ts';
import { followAccount } from '../display/follow-account.ts';

const held = signal<Me | undefined>(undefined);
const trouble = signal<Failure | undefined>(undefined);
const chosen = signal(localStorage.getItem('haemdiary-diary') ?? '');

/** Loaded after the first page: it only matters where something was read, or nothing can be. */
const copies = () => import('./device/copies.ts');
/** The copies on this device were too old to be shown. */
const locked = signal(false);
let wasLocked = false;

const copyOf = async (account: string): Promise<Me | 'locked' | undefined> => {
  const { readCopies } = await copies();
  const kept = await readCopies(account);
  return kept === 'locked' ? kept : kept?.me?.me;
};

export type DiaryLink = Me['diaries'][number];
const keyOf = ({ centre, patient }: DiaryLink): string => `${centre}/${patient}`;

async function load(): Promise<void> {
  trouble.value = undefined;
  const outcome = await api('get-me', {});
  const account = session.account.peek();
  if (outcome.ok) {
    held.value = outcome.value;
    followAccount(outcome.value.preferences.language);
    if (account !== undefined) void copies().then(({ keepMe }) => keepMe(account, outcome.value));
    return;
  }
  const kept = account === undefined || held.peek() !== undefined ? undefined : await copyOf(account);
  if (kept === 'locked' || wasLocked) locked.value = true;
  held.value ??= kept === 'locked' ? undefined : kept;
  if (held.value === undefined) trouble.value = outcome.failure;
}

/**
 * Opens on what this device keeps.
 *
 * @returns whether it did: not where the server has answered meanwhile
 */
function open(kept: Copies | 'locked' | undefined): boolean {
  // Forgotten with this look at it, so it is said where nothing comes from the server either.
  wasLocked = kept === 'locked';
  if (kept === 'locked' || session.state.peek() !== 'starting') return false;
  held.value ??= kept?.me?.me;
  return true;
}

/** Goes to another of the account's diaries; remembered on this device by its ids. */
function choose(link: DiaryLink): void {
  chosen.value = keyOf(link);
  localStorage.setItem('haemdiary-diary', chosen.value);
}

/** Who is signed in, their diaries, and the one that is open. */
export const person = {
  me: computed(() => held.value),
  failure: computed(() => trouble.value),
  isLocked: computed(() => locked.value),
  /** The open diary: the one chosen last, else the first. */
  link: computed(() => {
    const diaries = held.value?.diaries ?? [];
    return diaries.find((link) => keyOf(link) === chosen.value) ?? diaries[0];
  }),
  /** With more than one, every save says for whom. */
  hasSeveral: computed(() => (held.value?.diaries.length ?? 0) > 1),
  load,
  open,
  choose,
  set: (me: Me): void => {
    held.value = me;
  },
};
