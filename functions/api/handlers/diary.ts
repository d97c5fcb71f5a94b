import type { Handlers } from '../../middleware/handlers.ts';

export const diaryHandlers: Partial<Handlers<'diary'>> = {};
