/** A young person reaches the age of an own account: what the centre decides with them. */
export const centreHandover = {
  title: 'Hand the diary over',
  when: (name: string, age: number, day: string): string =>
    `${name} turns ${String(age)} on ${day}. Nothing changes by itself: decide it with ${name}.`,
  came: (name: string, age: number, day: string): string =>
    `${name} turned ${String(age)} on ${day}. Nothing has changed by itself: decide it with ${name}.`,
  done: (day: string): string =>
    `Handed over on ${day}. Links can be changed one by one on the patient’s page.`,
  none: 'There is nothing to hand over: the patient was old enough when they were enrolled.',
  own: {
    title: 'An account of their own',
    has: (name: string): string => `${name} has one. It stays beside those of the carers you keep.`,
    hasNot: 'They have none yet. They can have one beside the carers’.',
    invite: 'Invite them',
  },
  links: {
    title: 'Each carer’s account',
    none: 'No carer is linked.',
    of: (name: string, relation: string): string => `${name} (${relation})`,
    why: 'A carer whose link ends loses the diary at once. Whoever is limited can read it and add nothing.',
    choices: { keep: 'Keep as it is', limit: 'Limit to reading', end: 'End the link' },
    missing: 'Decide about every carer',
  },
  consent: {
    has: {
      label: 'They have signed a consent of their own',
      why: 'It takes the place of the guardian’s. Leave it out where the guardian’s goes on.',
    },
    givenBy: { label: 'Signed by', why: 'As it stands on the form.' },
    on: { label: 'Signed on', why: 'The date on the form.' },
    formReference: { label: 'Where the form is filed', why: 'So that it is found again.' },
  },
  submit: 'Hand over',
  saved: 'The diary is handed over.',
  panel: (day: string): string => `Handover to the young person: ${day}`,
  open: 'Hand over',
  worklist: {
    kind: 'Handover',
    text: (age: number): string =>
      `Has turned ${String(age)}: account and consent of their own, and each carer’s link, are for you to decide with them.`,
    open: 'Decide',
    openOf: (name: string): string => `Decide on the handover of ${name}`,
  },
} as const;
