import { diaryContexts } from '../container.ts';
import { environment } from '../environment.ts';
import { createApi } from '../middleware/create-api.ts';
import { diaryHandlers } from './handlers/diary.ts';

export const handler = createApi({
  audience: 'diary',
  handlers: diaryHandlers,
  contextFor: diaryContexts(),
  originSecret: environment('ORIGIN_SECRET').ORIGIN_SECRET,
});
