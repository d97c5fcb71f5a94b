import { translatable } from '../translatable.ts';

/** What waits on this device, and what is kept there: the pages that say more of it. */
export const offlinePageWords = translatable('offlinePages', {
  title: 'Not sent yet',
  nothing: 'Everything you recorded on this phone has been sent.',
  intro:
    'These are safe on this phone. They are sent by themselves when you have a signal and are signed in.',
  sendNow: 'Try to send now',
  sentTitle: 'Sent since you opened this page',
  typed: (when: string): string => `typed ${when}`,
  takingOut: 'Take an entry out of the diary',
  correcting: (title: string): string => `Correction: ${title}`,
  change: 'Change',
  discard: 'Throw away',
  tryAgain: 'Try again',
  isRight: 'Yes, this is right: send it',
  waits: {
    offline: 'It will be sent when you have a signal.',
    'signed-out': 'It will be sent when you have signed in again.',
    'statement-needed': 'It will be sent when you have answered the privacy statement.',
  },
  received:
    'You recorded this while you still could. Your centre has received it and decides whether it goes into the diary.',
  waitsForUs: 'It could not be sent just now. We will try again by ourselves.',
  refused: {
    stale: 'This entry was changed somewhere else too.',
    'not-now':
      'It can’t be sent as it is: the entry was taken out, or the diary has been closed since. It is safe here until you decide.',
    'not-found':
      'The diary or the entry is not there any more, or not yours to see. It is safe here until you decide.',
    'not-allowed':
      'You may no longer record in this diary. Ask your centre. It is safe here until you decide.',
    'consent-needed':
      'The centre needs written consent before anything can be recorded. It is safe here until you decide.',
  },
  conflict: {
    intro:
      'Look at both and say which one is right. If it is yours, the other one stays in the history. If it is the one in the diary, yours is thrown away.',
    mine: 'Yours, on this phone',
    theirs: (who: string): string => `In the diary now (first recorded by ${who})`,
    removed: (reason: string): string => `This was taken out: ${reason}`,
    moved: 'It is not in this month of the diary now. Somebody may have moved it to another day.',
    useMine: 'Mine is right',
    keepTheirs: 'Keep what is in the diary',
    takeOut: 'Take it out all the same',
    now: 'This is how the entry is now. Look at it and say what should happen.',
    moveIt: 'Move it all the same',
  },
  told: {
    delivered: 'Boxes that arrived',
    counted: 'A count of your boxes',
    wasted: 'Boxes that can’t be used',
    'taken-back': 'A delivery taken back',
    warmed: 'Boxes taken out of the fridge',
  },
  discardAsk: {
    title: (what: string): string => `Throw this away? ${what}`,
    entry: 'It will be gone: your centre never sees it, and it can’t come back.',
    correction: 'Your correction will be gone. The diary keeps what it has now.',
    removal: 'The entry stays in the diary.',
    sure: 'Yes, throw it away',
    keep: 'Keep it',
  },
  plan: {
    intro:
      'Your centre has changed your plan since you recorded this. Look at both plans and say if what you recorded is right.',
    known: 'The plan this phone knew',
    now: 'The plan for that day now',
    gone: 'That plan is not there any more.',
    none: 'No plan for that day.',
    since: (day: string): string => `From ${day}`,
  },
  closed: {
    intro: 'It could not go into the diary. Look at what you recorded and at what is in the diary now.',
    now: 'In the diary now',
    stopped:
      'The diary has been closed. Nothing new can be recorded in it. If this is wrong, ring your centre.',
    gone: 'This entry is not in the diary.',
  },
  lockedTitle: 'Your diary is locked on this phone',
  locked:
    'This phone has not reached us for 14 days, so the copy it had is deleted. Get a signal to open your diary again. What you recorded here and is not sent yet is still safe.',
  leave: {
    title: 'Before you sign out',
    waiting: (count: number): string =>
      count === 1
        ? '1 thing you recorded is still on this phone and was not sent.'
        : `${String(count)} things you recorded are still on this phone and were not sent.`,
    drafts: 'You have typed something and not saved it. Signing out deletes it.',
    copies:
      'Signing out deletes the copy of your diary that is on this phone. Your diary itself stays with your centre.',
    tryAgain: 'Try to send again, then sign out',
    keep: 'Sign out and send at my next sign-in',
    stay: 'Stay signed in',
    throwAway: 'Sign out and throw it away',
    sure: (count: number): string =>
      count === 1
        ? 'It will be gone: your centre never sees it, and it can’t come back.'
        : `All ${String(count)} will be gone: your centre never sees them, and they can’t come back.`,
    throwAwaySure: 'Throw away and sign out',
  },
  clock: {
    title: 'Is the clock of this phone right?',
    text: (phone: string, ours: string): string =>
      `This phone says ${phone}. Our clock says ${ours}. A wrong clock puts wrong times on what you record.`,
    useOurs: 'It is wrong: offer me the right times here',
    fixed: 'I have put it right: look again',
    isRight: 'It is right: leave it',
  },
  kept: {
    title: 'What this phone keeps',
    switch: 'Keep the last three months on this phone, so that I can read them without a signal',
    lock: 'Signing out deletes the copy. It is also deleted when this phone has not reached us for 14 days. Your diary itself stays with your centre.',
    off: 'This phone keeps only what waits to be sent and the phone numbers of your centre. What you type and don’t save is gone when you close the page.',
    month: (name: string, month: string, when: string): string => `${name}: ${month}, as it was on ${when}`,
    boxes: (name: string, when: string): string => `${name}: the boxes at home, as they were on ${when}`,
    codes: 'Which boxes the codes you scanned stand for',
    card: 'Your emergency card',
    settings: 'That you are signed in here, your language, and how the pages look',
    noCopy: 'No copy of your diary',
    waiting: (count: number): string =>
      count === 0 ? 'Nothing that waits to be sent' : `Not sent yet: ${String(count)}`,
    drafts: 'Something you typed and have not saved',
    emergency: 'The phone numbers of your centre. They stay when you sign out.',
    install:
      'Put Haemdiary on your home screen: it opens like an app, and the phone does not delete what it keeps when you don’t open it for a while. In the browser’s menu choose “Add to home screen”; on an iPhone or iPad it is under “Share”.',
    installButton: 'Put it on my home screen',
  },
});
