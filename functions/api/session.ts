import { sessionContext } from '../container.ts';
import { environment } from '../environment.ts';
import { createApi } from '../middleware/create-api.ts';
import { sessionHandlers } from './handlers/session.ts';

export const handler = createApi({
  audience: 'open',
  handlers: sessionHandlers,
  context: sessionContext(),
  originSecret: environment('ORIGIN_SECRET').ORIGIN_SECRET,
});
