import { registryContexts } from '../container.ts';
import { environment } from '../environment.ts';
import { createApi } from '../middleware/create-api.ts';
import { registryHandlers } from './handlers/registry.ts';

export const handler = createApi({
  audience: 'registry',
  handlers: registryHandlers,
  contextFor: registryContexts(),
  originSecret: environment('ORIGIN_SECRET').ORIGIN_SECRET,
});
