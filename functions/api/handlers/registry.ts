import type { Handlers } from '../../middleware/handlers.ts';

export const registryHandlers: Partial<Handlers<'registry'>> = {};
