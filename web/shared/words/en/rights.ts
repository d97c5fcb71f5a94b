import { translatable } from '../translatable.ts';

/** What somebody may see and ask about what is kept of them. */
export const rightsWords = translatable('rights', {
  title: 'Your rights',
});
