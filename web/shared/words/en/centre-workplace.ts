/** Choosing which of one's centres to work at. */
export const centreWorkplace = {
  title: 'Where are you working?',
  intro: 'You see and change only the centre you choose. Other devices and pages stay where they are.',
  workingAt: (centre: string) => `Working at ${centre}`,
  change: 'Change',
  choose: 'Work here',
  stay: 'Stay here',
  onlyOne: 'You work at one centre only.',
  gone: 'You can’t work there now. The list below is up to date.',
} as const;
