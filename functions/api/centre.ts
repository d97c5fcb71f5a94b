import { centreContexts } from '../container.ts';
import { environment } from '../environment.ts';
import { createApi } from '../middleware/create-api.ts';
import { centreHandlers } from './handlers/centre.ts';

export const handler = createApi({
  audience: 'centre',
  handlers: centreHandlers,
  contextFor: centreContexts(),
  originSecret: environment('ORIGIN_SECRET').ORIGIN_SECRET,
});
