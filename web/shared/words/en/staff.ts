/** Words that the centre's and the registry's sites share. */
export const staffWords = {
  required: 'required',
  fillIn: (label: string) => `${label}: fill this in`,
  choose: 'Choose…',
  more: 'Show more',
  notAllowed: {
    title: 'Not part of your job',
    text: 'Your job does not cover this page. Ask a manager if you need it.',
  },
} as const;
