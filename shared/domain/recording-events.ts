/** What an event does to the recording status. The status itself always follows from the dates. */
interface EventEffect {
  /** What happens to the list of evidence before the status is assessed. */
  readonly evidence: 'add' | 'replace' | 'remove' | 'none';
  /** May mails, tasks and digests start from it? Only the sweep speaks; all others leave it to the next sweep. */
  readonly announces: boolean;
  /** Must the next check be written even if the diary is up to date before and after? */
  readonly requeues: boolean;
  readonly why: string;
}

/** The table of events: every use case that touches recording names one of these. */
export const RECORDING_EVENTS = {
  'entry-recorded': {
    evidence: 'add',
    announces: false,
    requeues: false,
    why: 'Closes open doses by the dates it covers, late and imported entries too; can only help, so an earlier next check stays right.',
  },
  'entry-corrected': {
    evidence: 'replace',
    announces: false,
    requeues: true,
    why: 'The dose it closed may be open again.',
  },
  'entry-voided': {
    evidence: 'remove',
    announces: false,
    requeues: true,
    why: 'The dose it closed is open again; a lapse that comes back is the old one, already announced.',
  },
  'plan-changed': {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'The planned doses are others; a reminder for a stopped plan is a hazard.',
  },
  'policy-changed': {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'Tolerances and days after due are the centre’s; dates are measured again.',
  },
  paused: {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'The clock stops; queued reminders are withdrawn.',
  },
  resumed: {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'Back where the dates say; the paused days are not counted.',
  },
  stopped: {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'Nothing is ever sent again; all queued mail is cancelled in the same write.',
  },
  restarted: {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'A stop made by mistake, or a patient who came back.',
  },
  'form-received': {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'Stops the clock of a paper diary before anything is transcribed.',
  },
  'care-changed': {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'Home therapy, home delivery, first delivery, channel, home zone or delivery status is another.',
  },
  'reminder-delivered': {
    evidence: 'none',
    announces: false,
    requeues: true,
    why: 'May be the one that was missing for a formal notice.',
  },
  sweep: {
    evidence: 'none',
    announces: true,
    requeues: true,
    why: 'The scheduled job: the only one that sends, the newest announcement only.',
  },
} as const satisfies Record<string, EventEffect>;

export type RecordingEvent = keyof typeof RECORDING_EVENTS;
