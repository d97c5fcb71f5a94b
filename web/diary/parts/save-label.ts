import { diaryWords } from '../../shared/words/en/diary.ts';
import { type DiaryLink, person } from '../state/me.ts';

/** "Save", or "Save for Sam" where the account has more than one diary: the wrong child is a known hazard. */
export const saveLabel = (link: DiaryLink): string =>
  person.hasSeveral.value ? diaryWords.saveFor(link.firstName) : diaryWords.save;
