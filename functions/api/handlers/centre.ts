import type { Handlers } from '../../middleware/handlers.ts';

export const centreHandlers: Partial<Handlers<'centre'>> = {};
