import { buildSite } from '../../web/build-site.ts';
import { BUDGET, weighDiary } from '../../web/weigh.ts';
import type { Figure } from './figure.ts';

/** Thousands of bytes, compressed by gzip, before the diary's first pages are drawn; and what Home fetches later. */
export async function benchWeights(): Promise<Figure[]> {
  const { signIn, home, later } = weighDiary(await buildSite('diary', false));
  process.stdout.write(
    `\nHome fetches ${(later / 1000).toFixed(1)} kB of script beside and after its diary.\n`,
  );
  return Object.entries({ 'first page': signIn, 'Home, signed in': home }).flatMap(([page, weight]) =>
    (['script', 'styles', 'all'] as const).map((part): Figure => ({
      what: `${page}: ${part}, gzip`,
      measured: weight[part] / 1000,
      target: BUDGET[part] / 1000,
      unit: 'kB',
    })),
  );
}
