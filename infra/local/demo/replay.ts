import { Temporal } from 'temporal-polyfill';
import { addDays } from '#domain/calendar-day.ts';
import { evidenceNeededFrom } from '#domain/evidence.ts';
import { localDay } from '#domain/local-time.ts';
import type { RecordingEvent } from '#domain/recording-events.ts';
import type { RecordingMail } from '#domain/recording-types.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { assessState, type LookBack } from '#usecases/recording/look-back.ts';
import { evidenceFrom, evidenceOf, wholePolicy } from '#usecases/recording/facts.ts';
import { afterEntries } from '#usecases/recording/reassess.ts';
import { examplePolicy } from './centres.ts';
import { secondsOf, ZONE } from './when.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;

/** Something staff did that recording is decided anew by. */
export interface Happening {
  readonly at: Temporal.Instant;
  readonly event: RecordingEvent;
  /** For the audit. */
  readonly action: string;
  readonly after?: unknown;
  readonly reason?: string;
  readonly change: (state: State) => State;
}

/** A change of stage, or a mail, that a sweep of the past brought. */
export interface Swept {
  readonly at: Temporal.Instant;
  readonly before: State['recording'];
  readonly after: State['recording'];
  readonly mail: RecordingMail | undefined;
}

interface Replay {
  state: State;
  readonly known: Entry[];
  readonly swept: Swept[];
}

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;

/** More steps than a year has hours would mean that a check does not move on. */
const MOST_STEPS = 9000;
const AHEAD_DAYS = 31;

const lookBack = (known: readonly Entry[], at: Temporal.Instant): LookBack => {
  const today = localDay(at, ZONE);
  const whole = wholePolicy(examplePolicy);
  const from = evidenceNeededFrom(today, whole.openDoseLookbackDays);
  const near = known.filter(
    ({ localAt }) => localAt >= from && localAt <= `${addDays(today, AHEAD_DAYS)}T99`,
  );
  return { today, policy: examplePolicy, whole, evidence: evidenceFrom(near) };
};

const sweep = (replay: Replay, at: Temporal.Instant, mailable: boolean): void => {
  const before = replay.state;
  const { state: after, assessed } = assessState(at, before, lookBack(replay.known, at), 'sweep');
  const mail = assessed.mail?.kind;
  const reached =
    mail !== undefined && mailable ? { remindedOn: [...after.remindedOn, localDay(at, ZONE)] } : {};
  const unreachable = mail !== undefined && !mailable ? { task: 'call' as const } : {};
  replay.state = { ...after, ...reached, ...unreachable };
  if (mail !== undefined || after.recording.stage !== before.recording.stage)
    replay.swept.push({ at, before: before.recording, after: after.recording, mail });
};

const happen = (replay: Replay, { at, event, change }: Happening): void => {
  const changed = change(replay.state);
  replay.state = assessState(at, changed, lookBack(replay.known, at), event).state;
};

const arrive = (replay: Replay, items: readonly Entry[], at: Temporal.Instant): void => {
  replay.known.push(...items);
  const [first] = items;
  const put = first === undefined ? undefined : evidenceOf(first);
  const changes = put === undefined ? [] : [{ put }];
  replay.state = {
    ...afterEntries({ now: () => at }, replay.state, 'entry-recorded', changes),
    lastEntryAt: secondsOf(at),
  };
};

/** The sweep begins here: what came before has all been settled, and looking at it would only cost the start time. */
const REPLAYED_DAYS = 130;

/**
 * Lives through the newest part of the year: entries arrive, staff act, and the sweep looks whenever a check is due. The stages are what the
 * real rules decide, not what the demo would like them to be.
 */
export const replayYear = (
  start: State,
  given: {
    readonly entries: readonly { readonly at: Temporal.Instant; readonly items: readonly Entry[] }[];
    readonly happenings: readonly Happening[];
    /** Whether reminders reach anyone from a time on. */
    readonly mailable: boolean;
    readonly now: Temporal.Instant;
  },
): { readonly state: State; readonly swept: readonly Swept[] } => {
  const replay: Replay = { state: start, known: [], swept: [] };
  const acts = [
    ...given.happenings.map((one) => ({
      at: one.at,
      do: () => {
        happen(replay, one);
      },
    })),
    ...given.entries.map(({ at, items }) => ({
      at,
      do: () => {
        arrive(replay, items, at);
      },
    })),
  ].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const begins = given.now.subtract({ hours: REPLAYED_DAYS * 24 });
  let place = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const act = acts[place];
    const check = replay.state.recording.nextCheckAt;
    const checkAt = check === undefined ? undefined : later(Temporal.Instant.from(check), begins);
    const until = act?.at ?? given.now;
    if (checkAt !== undefined && Temporal.Instant.compare(checkAt, until) <= 0) {
      sweep(replay, checkAt, given.mailable);
    } else if (act === undefined) {
      return { state: replay.state, swept: replay.swept };
    } else {
      act.do();
      place += 1;
    }
  }
  throw new Error('The recording status of a demo patient never comes to rest.');
};
