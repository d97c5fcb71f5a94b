import { sessionContexts } from '../container.ts';
import { environment } from '../environment.ts';
import { createApi } from '../middleware/create-api.ts';
import { sessionHandlers } from './handlers/session.ts';

export const handler = createApi({
  audience: 'open',
  handlers: sessionHandlers,
  contextFor: sessionContexts(),
  originSecret: environment('ORIGIN_SECRET').ORIGIN_SECRET,
});
