/** “By Sioned”, “by you”: in Welsh “gan” bends with “chi”. */
export const byWhom = (who: string): string => (who === 'chi' ? 'gennych chi' : `gan ${who}`);
