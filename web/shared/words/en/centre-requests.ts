/** What people of a diary ask their centre for, and how the centre answers. */
export const centreRequests = {
  title: 'Requests',
  none: 'Nobody has asked for anything.',
  kinds: {
    review: 'A review',
    deletion: 'Deletion of the diary',
    withdrawal: 'To withdraw',
  },
  states: { asked: 'Not seen yet', seen: 'Seen', decided: 'Answered' },
  worklistKind: 'Request',
  worklist: {
    review: 'Asked for a review. Somebody waits for an answer.',
    deletion: 'Asked for deletion of the diary. Somebody waits for an answer.',
    withdrawal: 'Asked to withdraw. Somebody waits for an answer.',
  },
  someone: 'A patient or carer',
  open: 'Answer',
  openOf: (what: string, name: string): string => `Answer: ${what}, ${name}`,
  by: (name: string, day: string): string => `${name}, ${day}`,
  page: {
    title: 'Answer a request',
    gone: 'There is no such request here.',
    wrote: 'They wrote',
    seen: 'Only say that it was seen',
    seenSaved: 'They can now see that you have seen it.',
    answer: {
      label: 'Your answer',
      why: 'It is shown to the person as you write it, and they get a mail that there is something to read. At most 1,000 characters. It can’t be changed later.',
    },
    submit: 'Send the answer',
    saved: 'Answered.',
    notDeleted:
      'Your answer tells the person what was decided. It deletes nothing. Deleting takes two people and a waiting time, and can’t be done on this site yet. Say truthfully in your answer what happens and when.',
    withdrawal: 'To stop recording, close the diary on the patient’s page as well.',
  },
} as const;
