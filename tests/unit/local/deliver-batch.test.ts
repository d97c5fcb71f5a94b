import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deliverBatch, type StreamRecord } from '../../../infra/local/streams/deliver-batch.ts';
import type { InvocationResult } from '../../../infra/local/functions/function-definition.ts';

const record = (id: string, createdAtSeconds = 1000): StreamRecord => ({
  sequenceNumber: id,
  createdAtSeconds,
  event: { id },
});
const mapping = {
  maxRetries: 3,
  maxAgeSeconds: Number.POSITIVE_INFINITY,
  bisects: true,
  reportsPartialFailures: true,
};
const done: InvocationResult = { ok: true, payload: '{"batchItemFailures":[]}' };
const thrown: InvocationResult = { ok: false, errorType: 'Error', errorMessage: 'no' };

async function run(
  ids: readonly string[],
  answer: (ids: string[]) => InvocationResult,
  changes: Partial<typeof mapping> = {},
) {
  const calls: string[][] = [];
  const lost: [string[], string][] = [];
  await deliverBatch(
    ids.map((id) => record(id)),
    { ...mapping, ...changes },
    {
      invoke: ({ Records }) => {
        const batch = Records.map((each) => z.object({ id: z.string() }).parse(each).id);
        calls.push(batch);
        return Promise.resolve(answer(batch));
      },
      wait: () => Promise.resolve(),
      nowSeconds: () => 1100,
      isStopped: () => false,
      giveUp: (records, condition) =>
        lost.push([records.map(({ sequenceNumber }) => sequenceNumber), condition]),
    },
  );
  return { calls, lost };
}

describe('delivery of a batch of changes', () => {
  it('is done when the function takes all of it', async () => {
    expect(await run(['1', '2'], () => done)).toEqual({ calls: [['1', '2']], lost: [] });
  });

  it('delivers again from the first record that failed', async () => {
    let tried = 0;
    const failSecond: InvocationResult = {
      ok: true,
      payload: '{"batchItemFailures":[{"itemIdentifier":"2"}]}',
    };
    const { calls } = await run(['1', '2', '3'], () => (tried++ === 0 ? failSecond : done));
    expect(calls).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  it('halves a batch whose function throws, and gives up only the record that spoils it', async () => {
    const { lost, calls } = await run(['1', '2', '3', '4'], (ids) => (ids.includes('3') ? thrown : done));
    expect(calls).toContainEqual(['1', '2']);
    expect(calls).toContainEqual(['4']);
    expect(lost).toEqual([[['3'], 'RetryAttemptsExhausted']]);
  });

  it('gives up the whole batch after the last retry when it may not be halved', async () => {
    const { calls, lost } = await run(['1', '2'], () => thrown, { bisects: false, maxRetries: 1 });
    expect(calls).toHaveLength(2);
    expect(lost).toEqual([[['1', '2'], 'RetryAttemptsExhausted']]);
  });

  it('takes an answer it cannot read for failure of all', async () => {
    const nonsense: InvocationResult = { ok: true, payload: '"ok"' };
    expect((await run(['1'], () => nonsense, { maxRetries: 0 })).lost).toEqual([
      [['1'], 'RetryAttemptsExhausted'],
    ]);
  });

  it('ignores the answer when the mapping does not ask for partial failures', async () => {
    const nonsense: InvocationResult = { ok: true, payload: '"ok"' };
    expect((await run(['1'], () => nonsense, { reportsPartialFailures: false })).lost).toEqual([]);
  });

  it('gives up records that are too old without delivering them', async () => {
    const { calls, lost } = await run(['1'], () => done, { maxAgeSeconds: 60 });
    expect(calls).toEqual([]);
    expect(lost).toEqual([[['1'], 'MaximumRecordAgeExceeded']]);
  });
});
