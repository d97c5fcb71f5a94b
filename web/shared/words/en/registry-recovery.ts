/** Letting people in again who lost their second factor: at the registry, and the last data manager of a centre. */
export const registryRecovery = {
  team: {
    title: 'Registry staff',
    caption: 'Who works at the registry',
    columns: { name: 'Name', job: 'Job', status: 'Status', help: 'Second step' },
    active: 'Active',
    ended: 'Ended',
    you: 'you',
    help: 'Reset',
    helpFor: (name: string) => `Reset the second step of ${name}`,
    waiting: 'Waits for a second person',
  },
  colleague: {
    title: (name: string) => `Reset the second step of ${name}`,
    text: 'Two people have to confirm this within a day: two managers, or a manager and somebody who runs the service. Speak to the person first, so that you know it is them. Their sessions end, and at the next sign-in they set up a new authenticator app.',
    asked: (until: string) =>
      `One person has confirmed this. It is done when somebody else confirms it too, until ${until}. A second time by the same person does not count.`,
    theirReason: 'Their reason',
    reason: { label: 'Reason', why: 'Kept in the record, with your name.' },
    submit: 'Confirm',
    noted: 'Noted. A second person has a day to confirm it.',
    done: 'The second step is reset.',
  },
  centre: {
    link: 'Help its last data manager',
    title: 'Help the last data manager',
    text: 'Only for a centre whose one data manager can’t sign in: where there are two, the other one helps. The centre is told by e-mail, and it is kept in its record and in the registry’s.',
    change: {
      label: 'What has happened?',
      'reset-second-factor': 'Their phone is lost: reset the second step',
      'invite-data-manager': 'They don’t come back: invite a new data manager',
    },
    changeEmpty: 'Choose what has happened',
    username: {
      label: 'Their username',
      why: 'They tell you. Check who they are, for example by calling the centre.',
    },
    name: { label: 'Name of the new data manager', why: 'Shown to their colleagues.' },
    email: { label: 'Their work e-mail address', why: 'Gets a code that works once.' },
    reason: { label: 'Reason', why: 'Kept in the record.' },
    submit: 'Help',
    notAManager: 'Nobody with this username is a data manager of this centre',
    hasAnother: 'This centre has another data manager, who can help under “Staff”.',
    done: 'Done. The centre is told.',
  },
} as const;
