import type { RequestKind, RequestState } from '#domain/vocabulary.ts';
import { translatable } from '../translatable.ts';

/** What somebody may see and ask about what is kept of them. */
export const rightsWords = translatable('rights', {
  title: 'Your rights',
  requests: {
    title: 'Ask your centre',
    link: 'Ask for a review, for deletion, or to withdraw',
    intro: 'You can ask your centre for any of these. It does not change your treatment.',
    what: 'What do you want to ask for?',
    kinds: {
      review: 'A review: something in the diary or about who looked at it is not right',
      deletion: 'Deletion of the diary',
      withdrawal: 'To withdraw from using the diary',
    } satisfies Record<RequestKind, string>,
    kept: 'If a diary is deleted, the law still asks the centre to keep which batches were used and when.',
    text: 'What should your centre know?',
    textWhy: 'It helps them to answer. They may also ring you.',
    choose: 'Choose what you want to ask for',
    send: 'Send to the centre',
    sent: 'Sent. Your centre will answer here.',
    yours: 'What you asked',
    none: 'You have not asked for anything yet.',
    onlyYours: 'Only you and the centre can see this.',
    asked: (day: string): string => `Asked on ${day}.`,
    states: {
      asked: 'The centre has not looked at it yet.',
      seen: 'The centre has seen it.',
      decided: 'The centre has answered.',
    } satisfies Record<RequestState, string>,
    answer: 'Answer',
    youWrote: 'You wrote',
  },
});
