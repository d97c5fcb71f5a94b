/** What came to a diary after its sender's link or the consent had ended. */
export const centreLate = {
  title: 'Arrived late',
  intro:
    'Recorded on a phone while the person still could, and sent after their link or the consent had ended. It is not in the diary until you take it in.',
  line: (what: string, day: string): string => `${what}, ${day}`,
  from: (by: string, made: string, received: string): string =>
    `${by === '' ? 'Somebody who had access' : by}, typed ${made}, arrived ${received}`,
  kinds: {
    treatment: 'Treatment',
    bleed: 'Bleed',
    'not-taken': 'Dose not taken',
    confirmation: 'Confirmation',
    void: 'Take an entry out',
    photo: 'Photo of a bleed',
    delivered: 'Boxes that arrived',
    counted: 'A count of the boxes at home',
    wasted: 'Boxes that can’t be used',
    'taken-back': 'A delivery taken back',
    warmed: 'Boxes taken out of the refrigerator',
  },
  boxes: (count: number): string => (count === 1 ? '1 container' : `${String(count)} containers`),
  worklist: {
    kind: 'Arrived late',
    text: (what: string): string =>
      `${what}: recorded before the link or the consent ended, and sent after it. Say whether it goes into the diary.`,
    open: 'Decide',
    openOf: (what: string, day: string): string => `Decide about what arrived late: ${what}, ${day}`,
  },
  amount: (value: string, batches: string): string => (batches === '' ? value : `${value}, batch ${batches}`),
  takeIn: {
    title: 'Take it into the diary',
    text: 'It becomes an entry of this diary, by the rules that hold now. Your name stands with it.',
    reason: { label: 'Why it is taken in', why: 'Whoever reads the log later should understand.' },
    submit: 'Take it in',
    saved: 'It is in the diary now.',
  },
  discard: {
    title: 'Discard it',
    text: 'It never becomes a part of the diary. That it came, and why it was discarded, stays in the log.',
    reason: { label: 'Why it is discarded', why: 'Whoever reads the log later should understand.' },
    submit: 'Discard it',
    saved: 'It is discarded.',
  },
} as const;
