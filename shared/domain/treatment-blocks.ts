import { isMultipleOfStep, sumExactly } from './amount.ts';
import type { TreatmentBlock, TreatmentDraft, TreatmentSurroundings } from './check-treatment.ts';
import type { Moiety, Product } from './product.ts';
import { BLEED_REASONS } from './vocabulary.ts';

interface Block {
  readonly code: TreatmentBlock;
  readonly pointer: string;
}

/** What makes a treatment impossible to keep. */
export function treatmentBlocks(
  draft: TreatmentDraft,
  { now, policy }: Pick<TreatmentSurroundings, 'now' | 'policy'>,
): Block[] {
  const blocks: Block[] = [];
  if (draft.givenAt.since(now).total('minutes') > policy.futureToleranceMinutes) {
    blocks.push({ code: 'in-the-future', pointer: '/when/local' });
  }
  if (BLEED_REASONS.some((reason) => reason === draft.reason) && draft.bleedCount === 0) {
    blocks.push({ code: 'empty', pointer: '/bleeds' });
  }
  blocks.push(...amountBlocks(draft), ...containerBlocks(draft));
  return blocks;
}

function amountBlocks(draft: TreatmentDraft): Block[] {
  const { amount, product } = draft;
  const at = (code: TreatmentBlock, field: string): Block => ({ code, pointer: `/amount/${field}` });
  if (!(amount.value > 0)) return [at('not-above-zero', 'value')];
  const blocks: Block[] = [];
  if (product !== undefined) {
    if (amount.unit !== product.unit) blocks.push(at('not-this-products', 'unit'));
    if (moietyOf(product, amount.moiety) === undefined) blocks.push(at('not-this-products', 'moiety'));
    if (!isMultipleOfStep(amount.value, product.step)) blocks.push(at('not-a-step', 'value'));
    if (amount.value > limitFor(product, amount.moiety)) blocks.push(at('too-much', 'value'));
  }
  const held = contentHeld(draft);
  if (held !== undefined && amount.value > held) blocks.push(at('more-than-containers', 'value'));
  return blocks;
}

function containerBlocks({ containers, product }: TreatmentDraft): Block[] {
  if (containers.length === 0) return [{ code: 'empty', pointer: '/containers' }];
  return containers.flatMap((container, index) => {
    const at = (code: TreatmentBlock, field: string): Block => ({
      code,
      pointer: `/containers/${String(index)}/${field}`,
    });
    const blocks: Block[] = [];
    if (!isCount(container.count)) blocks.push(at('not-above-zero', 'count'));
    if (product === undefined) return blocks;
    if (!isStrengthOf(product, container.strength)) blocks.push(at('not-this-products', 'strength'));
    if (product.batchRequired && container.batch.kind === 'not-needed') blocks.push(at('empty', 'batch'));
    return blocks;
  });
}

/** A spray or pen holds many doses and is named by its presentation, so only single-dose strengths are checked. */
function isStrengthOf(product: Product, strength: number): boolean {
  return product.container !== 'single-dose' || product.strengths.some(({ value }) => value === strength);
}

function moietyOf(product: Product, moiety: string): Moiety | undefined {
  return product.moieties.find((known) => known === moiety);
}

/** The limit is set for the moiety on the pack; another is limited by what the largest pack holds of it per unit. */
function limitFor(product: Product, moiety: string): number {
  const shares = product.strengths.map(
    ({ value, contents }) => (contents.find((content) => content.moiety === moiety)?.value ?? value) / value,
  );
  return product.hardLimit * Math.max(...(shares.length === 0 ? [1] : shares));
}

/**
 * What the containers hold of the moiety the amount is given in. `undefined` for multi-dose containers, whose balance
 * is carried over, and while the containers themselves are impossible.
 */
function contentHeld({ containers, amount, product }: TreatmentDraft): number | undefined {
  if (product !== undefined && product.container !== 'single-dose') return undefined;
  if (containers.some(({ count }) => !isCount(count))) return undefined;
  const held = containers.map(({ strength, count }) => {
    const contents = product?.strengths.find(({ value }) => value === strength)?.contents;
    return { value: contents?.find(({ moiety }) => moiety === amount.moiety)?.value ?? strength, count };
  });
  return sumExactly(held.flatMap(({ value, count }) => Array.from({ length: count }, () => value)));
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 1;
}
