import type { Key } from '#table/entity.ts';

/** The key of an outbox item in the characters a mail's tag may have: a bounce finds its way home by it. */
export const traceOf = ({ pk, sk }: Key): string => Buffer.from(`${pk}\n${sk}`).toString('base64url');

/** The key a trace stands for; `undefined` for a tag that is none of ours. */
export const keyOfTrace = (trace: string): Key | undefined => {
  const [pk, sk, ...more] = Buffer.from(trace, 'base64url').toString().split('\n');
  return pk?.endsWith('#OUTBOX') === true && sk !== undefined && more.length === 0 ? { pk, sk } : undefined;
};
