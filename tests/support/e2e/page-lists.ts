import type { Audience } from '#contracts/route.ts';

/** A page's path in its route table, with the heading that says it is there. */
export type Pages = Readonly<Record<string, string | RegExp>>;

/** What somebody without a session may see. */
export const signedOut = {
  diary: {
    '/sign-in': 'Sign in',
    '/statement': 'Privacy statement',
    '/emergency': 'Emergency numbers',
    '/reset': 'Choose a new password',
    '/accept': 'Accept your invitation',
  },
  centre: { '/': 'Sign in', '/accept': 'Accept your invitation', '/reset': 'Choose a new password' },
  registry: { '/': 'Sign in', '/accept': 'Accept your invitation', '/reset': 'Choose a new password' },
} satisfies Record<Audience, Pages>;

/** What needs a session; the diary's are those of a carer of Robin. */
export const signedIn = {
  diary: {
    '/': 'Robin’s diary',
    '/sign-in': 'Robin’s diary',
    '/record': 'Record a treatment',
    '/repeat': 'Repeat last treatment',
    '/treatments/:month/:id': 'Correct a treatment',
    '/bleed': 'Record a bleed',
    '/bleeds/:month/:id': 'Correct a bleed',
    '/not-taken': 'Dose not taken',
    '/confirm': 'Nothing to record',
    '/remove/:month/:id': 'Remove from the diary',
    '/move/:month/:id': 'Move to another diary',
    '/settings': 'Settings',
    '/export': 'Export to Excel',
    '/refused': 'You did not agree',
  },
  centre: {
    '/': 'To do',
    '/patients': 'Patients',
    '/patients/new': 'Enrol a patient',
    '/patients/:p': /Ashdown, Robin/,
    '/patients/:p/edit': 'Correct the details',
    '/patients/:p/plan': 'Set a new plan',
    '/patients/:p/record': /^Record/,
    '/patients/:p/entries/:month/:id': /^Correct/,
    '/patients/:p/entries/:month/:id/void': 'Take an entry out',
    '/patients/:p/invite': 'Invite to the diary',
    '/patients/:p/accounts/:account': 'Linked account',
    '/patients/:p/consent': 'Record consent',
    '/patients/:p/delivery': 'Decide on home delivery',
    '/patients/:p/pause': 'Pause recording',
    '/patients/:p/stop': 'Close this diary',
    '/patients/:p/contact': 'Note contact',
    '/patients/:p/paper-form': 'A paper form arrived',
    '/patients/:p/statement': 'Agreement on paper',
    '/patients/:p/export': 'Export to Excel',
    '/patients/:p/entries/:month/:id/withhold': 'Withhold from somebody',
    '/patients/:p/zone': 'Withhold the home time zone',
    '/patients/:p/share': 'Share this diary',
    '/patients/:p/grants/:centre': 'Change or end sharing',
    '/shared': 'Shared with us',
    '/shared/:c/:p': /Ashdown, Wren/,
    '/shared/:c/:p/record': 'Record in a shared diary',
    '/shared/:c/:p/entries/:month/:id': 'Correct in a shared diary',
    '/staff': 'Staff',
    '/staff/invite': 'Invite a colleague',
    '/staff/:account': 'Change Dana Marlow',
    '/exports': /Export/,
    '/workplace': 'Where are you working?',
    '/settings': /./,
  },
  registry: {
    '/': 'Centres',
    '/centres/new': 'Onboard a centre',
    '/centres/:c': /^Centre /,
    '/centres/:c/edit': /^Correct /,
    '/centres/:c/status': 'Suspend a centre',
    '/centres/:c/recovery': 'Help the last data manager',
    '/team': 'Registry staff',
    '/team/:account': /^Reset the second step of /,
    '/statement': 'Privacy statement',
    '/statement/next': 'Write the next version',
  },
} satisfies Record<Audience, Pages>;
