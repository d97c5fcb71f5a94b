import * as z from 'zod';

/** Every list is paged: ask again with `cursor` while one is answered. */
export const pageQuery = z.strictObject({ cursor: z.string().max(1024).optional() });
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });
