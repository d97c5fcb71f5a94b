import type { containerWords } from '../en/container.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const container: Translation<typeof containerWords> = {
  batchIs: (number) => `التشغيلة ${isolated(number)}`,
  batchUnknownIs: (why) => `التشغيلة غير معروفة (${why})`,
  expiresIs: (day) => `تنتهي صلاحيتها في ${day}`,
};
