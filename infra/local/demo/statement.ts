import type { Statement } from '#contracts/diary.ts';

/**
 * EXAMPLE TEXT, to be replaced by the registry before anybody real agrees to anything. It says what this software
 * does; who is responsible, on which legal ground and for how long is for the registry and its lawyers to say.
 */
export const exampleStatement: Pick<Statement, 'changes' | 'sections' | 'easyRead'> = {
  changes: 'This is the first version.',
  sections: [
    {
      heading: 'About this text',
      paragraphs: [
        'This is an example, written for trying Haemdiary out. The registry that runs the service replaces it with its own statement, and names here who is responsible for your information and how to reach them.',
      ],
    },
    {
      heading: 'What we keep',
      paragraphs: [
        'We keep the treatments, bleeds and confirmations that you or your centre record: what was given, when, how much, from which batch, and why.',
        'We keep your name, date of birth, diagnosis, treatment plan and, if you gave them, your address, phone number, e-mail address and hospital numbers.',
        'We keep a log of who looked at your diary and who changed something in it, and when.',
      ],
    },
    {
      heading: 'Why we keep it',
      paragraphs: [
        'Your centre uses it to look after you, to see that home treatment works, and to find you quickly if a batch of medicine is recalled.',
        'If your medicine is delivered to your home, recording is a condition of the delivery. When nothing has been recorded for a while we remind you, and then tell your centre. Only a person at your centre can stop a delivery, never the computer.',
      ],
    },
    {
      heading: 'Who sees it',
      paragraphs: [
        'You, the carers linked to you, and the staff of your centre. Nobody at another centre can see it.',
        'Carers see your entries, but never another carer’s address or phone number.',
        'The registry receives figures from which names, dates of birth, addresses and numbers have been taken out. It never sees who you are.',
      ],
    },
    {
      heading: 'E-mails',
      paragraphs: [
        'Our e-mails only say that there is something to do. They never hold your name, your diagnosis or anything about your treatment.',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'You can see everything in your diary and download it as a spreadsheet at any time.',
        'You can correct what you recorded. What it was before stays in the history, so that nobody can change it unseen.',
        'You can ask your centre to show you who looked at your diary, to correct your details, to stop, or to erase your diary. Batch numbers and dates of blood products are kept even then, because the law asks for it.',
        'You need not agree. If you don’t, you can’t record here, and what was recorded before stays as it was. Your care does not depend on it: ask your centre for paper forms.',
      ],
    },
    {
      heading: 'How long we keep it',
      paragraphs: [
        'For as long as you are treated at the centre, and afterwards for as long as health records have to be kept.',
      ],
    },
    {
      heading: 'What this is not',
      paragraphs: [
        'This is not an emergency service: nobody is watching the screen. For a serious bleed ring your centre’s 24-hour number or 999.',
        'It is not your medical record, and it gives no advice on doses or treatment. Ask your centre.',
      ],
    },
  ],
  easyRead: [
    {
      picture: 'diary',
      sentences: ['This is your diary.', 'You write down your treatments and your bleeds.'],
    },
    {
      picture: 'people',
      sentences: [
        'Your centre can read it.',
        'Your carers can read it.',
        'No other centre can, unless your centre shares it.',
      ],
    },
    { picture: 'lock', sentences: ['We keep it safe.', 'We write down who looked at it.'] },
    {
      picture: 'pen',
      sentences: ['You can change what you wrote.', 'The old words are kept too, so that nothing is lost.'],
    },
    {
      picture: 'no-entry',
      sentences: ['You can say no.', 'You still get your treatment if you say no.'],
    },
    {
      picture: 'phone',
      sentences: [
        'This is not for emergencies.',
        'For a bad bleed, phone the emergency service and your centre.',
      ],
    },
    { picture: 'question', sentences: ['Do you have a question?', 'Phone your centre.'] },
  ],
};
