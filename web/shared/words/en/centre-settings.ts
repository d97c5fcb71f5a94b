/** The centre's policy, and exports of the whole centre. */
export const centreSettings = {
  title: 'Settings',
  contacts: {
    title: 'Your centre',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    emergencyPhone: '24-hour number',
    address: 'Address',
    zone: 'Time zone',
    note: 'These are kept by the registry. Ask the registry to change them.',
  },
  policy: {
    title: 'Recording policy',
    intro:
      'The days after which somebody is reminded, and after which you are told. A change counts from now on.',
    ownAccountAge: {
      label: 'Young people are asked for an account and consent of their own at (years)',
      why: 'You then find it on your to-do list; nothing changes by itself. From 12 to 18.',
    },
    invitationValidDays: { label: 'An invitation code works for (days)', why: 'From 1 to 60.' },
    dueAfterDays: {
      label: 'Recording is due, and the first reminder goes out, after (days)',
      why: 'Counted from the oldest planned dose without an entry. From 1 to 14.',
    },
    secondReminderAfterDays: { label: 'Second reminder (days after due)', why: 'Later than the first.' },
    thirdReminderAfterDays: { label: 'Third reminder (days after due)', why: 'Later than the second.' },
    lapsedAfterDays: { label: 'On your to-do list (days after due)', why: 'Later than the third reminder.' },
    atRiskAfterDays: {
      label: 'Formal notice (days after due)',
      why: 'Later than that, and only after two reminders arrived at least a week apart.',
    },
    openDoseLookbackDays: {
      label: 'Look back (days)',
      why: 'Older planned doses are no longer asked for. Must be longer than it takes to get a formal notice.',
    },
    unplannedDueAfterDays: {
      label: 'Without planned doses, ask after (days)',
      why: 'Counted from the last day accounted for. From 7 to 92.',
    },
    paperFormDays: { label: 'Paper forms are due every (days)', why: 'From 7 to 92.' },
    matchByClass: {
      label: 'Another product of the same class counts for a planned dose',
      why: 'For example when the product was changed before the plan was.',
    },
    usual: (n: number) => `Usual: ${String(n)}.`,
    contradiction: 'This must come later than the step before it',
    lookBackTooShort: 'This is shorter than it takes to get a formal notice',
    emergencySites: {
      label: 'Bleeds that show your 24-hour number at once',
      why: 'A clinician of your centre approves this list. A threat to life or limb always shows it.',
    },
    submit: 'Save the policy',
    saved: 'Policy saved.',
    readOnly: 'A data manager can change this.',
  },
  exports: {
    title: 'Exports',
    intro: 'An Excel file of everything your centre recorded between two days.',
    from: { label: 'First day', why: 'Entries of this day are in the file.' },
    to: { label: 'Last day', why: 'Entries of this day are in the file.' },
    submit: 'Start the export',
    started: 'Started. You can leave this page; the file will be listed here.',
    caption: 'Exports, newest first',
    empty: 'No exports yet.',
    columns: { period: 'Period', asked: 'Asked for', state: 'State', act: 'File' },
    period: (from: string, to: string) => `${from} to ${to}`,
    asked: (day: string, by: string) => `${day} by ${by}`,
    rows: (n: number) => (n === 1 ? '1 row' : `${n.toLocaleString('en-GB')} rows`),
    states: { waiting: 'Waiting', running: 'Being made', ready: 'Ready', failed: 'Failed', gone: 'Deleted' },
    failedText: 'Start it again. If it fails again, choose a shorter period.',
    download: 'Download',
    downloadOf: (period: string) => `Download ${period}`,
    downloaded:
      'The file is in your downloads. Its safety is now yours: it names patients, so keep it where patient records are kept.',
    safety: 'The file names patients. Once you have downloaded it, its safety is yours.',
  },
} as const;
