import { Temporal } from 'temporal-polyfill';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { Entry, Treatment } from '#contracts/entries.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { checkTreatment } from '#domain/check-treatment.ts';
import type { Evidence } from '#domain/evidence.ts';
import { localDay, resolveLocalTime } from '#domain/local-time.ts';
import { NO_BATCH, type StockRow } from '#domain/stock/stock-draws.ts';
import type { TreatmentUnsent } from './treatment-body.ts';

interface Given {
  readonly id: string;
  readonly body: TreatmentUnsent;
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
}

/** What is impossible, by field, and what is asked before saving. */
export interface Findings {
  readonly fields: readonly FieldProblem[];
  readonly questions: readonly FieldProblem[];
}

const productIdOf = (entry: Treatment): string | undefined =>
  entry.product.kind === 'catalogue' ? entry.product.id : undefined;

function evidenceOf(entry: Entry): Evidence[] {
  if (entry.kind === 'bleed') return [];
  if (entry.kind !== 'treatment') return [{ id: entry.id, kind: entry.kind, from: entry.from, to: entry.to }];
  const { id, kind, day, reason } = entry;
  return [{ id, kind, from: day, to: day, productId: productIdOf(entry), reason }];
}

type Container = TreatmentUnsent['containers'][number];

/** The line of a batch in the stock at home; of a product without batches, the one without. */
function stockLine(view: MonthView, productId: string, { batch, strength }: Container) {
  if (batch.kind === 'unknown') return undefined;
  const normalised = batch.kind === 'known' ? normaliseBatch(batch.number) : '';
  return view.stock?.find(
    (one) =>
      one.productId === productId &&
      one.strength === strength &&
      normaliseBatch(one.batch ?? '') === normalised,
  );
}

/**
 * The containers with the last day that the stock at home knows of them: a pen that was opened, or a box that came out
 * of the refrigerator, is over before its pack says so, also where the batch was typed or scanned.
 */
function withLastDay({ containers, product, fromHomeStock, boxFrom }: TreatmentUnsent, view: MonthView) {
  if (!fromHomeStock || boxFrom !== undefined || product.kind !== 'catalogue') return containers;
  return containers.map((container) => {
    const { expiresOn } = container;
    const until = stockLine(view, product.id, container)?.usableUntil;
    return until === undefined || (expiresOn !== undefined && expiresOn < until)
      ? container
      : { ...container, expiresOn: until };
  });
}

/**
 * What the count at home has left for this treatment. Not asked of boxes from elsewhere, nor of what was given before
 * the count, which is in it. What the entry itself has taken already is its own.
 */
function leftAtHome({ id, body, view }: Omit<Given, 'products'>, givenAt: Temporal.Instant) {
  const { fromHomeStock, boxFrom, product } = body;
  const countedAt = view.stockCountedAt;
  if (!fromHomeStock || boxFrom !== undefined || product.kind !== 'catalogue') return undefined;
  if (countedAt !== undefined && Temporal.Instant.compare(givenAt, countedAt) <= 0) return undefined;
  const before = view.entries.find(
    (entry): entry is Treatment => entry.id === id && entry.kind === 'treatment' && entry.fromHomeStock,
  );
  const ofProduct = before !== undefined && productIdOf(before) === product.id ? before.containers : [];
  return ({ productId, normalisedBatch, strength }: StockRow): number | undefined => {
    const batch =
      normalisedBatch === NO_BATCH
        ? ({ kind: 'not-needed' } as const)
        : ({ kind: 'known', number: normalisedBatch } as const);
    const line = stockLine(view, productId, { strength, count: 1, batch });
    if (line === undefined) return undefined;
    const own = ofProduct.filter((one) => stockLine(view, productId, one) === line);
    return own.reduce((sum, { count }) => sum + count, line.count);
  };
}

/**
 * The domain's own questions, asked on the page from what the month in sight holds. Loaded beside the form because
 * it brings Temporal (19 kB), which nothing before it needs; the API asks again what only it can know.
 */
export function checkBeforeSaving({ id, body, view, products }: Given): Findings {
  const time = resolveLocalTime(body.when.local, body.when.zone, body.when.fold);
  if (!time.ok) return { fields: [{ pointer: '/when', reason: time.error }], questions: [] };
  const givenAt = Temporal.Instant.from(time.value.instant);
  const { product: chosen } = body;
  const others = view.entries.filter((entry) => entry.id !== id && entry.voided === undefined);
  const findings = checkTreatment(
    {
      givenAt,
      day: localDay(givenAt, view.homeZone),
      product: chosen.kind === 'catalogue' ? products.find((one) => one.id === chosen.id) : undefined,
      containers: withLastDay(body, view),
      amount: body.amount,
      reason: body.reason,
      bleedCount: body.bleeds?.length ?? 0,
    },
    {
      now: Temporal.Now.instant(),
      policy: defaultPolicy,
      plans: view.plan === undefined ? [] : [view.plan],
      leftAtHome: leftAtHome({ id, body, view }, givenAt),
      products: (productId) => products.find((one) => one.id === productId),
      evidence: others.flatMap(evidenceOf),
      treatments: others.flatMap((entry) => {
        const productId = entry.kind === 'treatment' ? productIdOf(entry) : undefined;
        return productId === undefined || entry.kind !== 'treatment'
          ? []
          : [{ productId, givenAt: Temporal.Instant.from(entry.at) }];
      }),
    },
  );
  const found = (severity: 'ask' | 'block'): FieldProblem[] =>
    findings
      .filter((one) => one.severity === severity)
      .map(({ pointer, code }) => ({ pointer, reason: code }));
  return { fields: found('block'), questions: found('ask') };
}
