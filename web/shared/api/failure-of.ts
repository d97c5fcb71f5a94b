import { type Failure, failure } from './failure.ts';

/** What API Gateway answers itself has no code of ours, so its status stands for one. */
const byStatus: Readonly<Record<number, Failure['code']>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  409: 'busy',
  412: 'stale',
  413: 'too-large',
  429: 'too-many',
  503: 'busy',
};

const isProblem = (body: unknown): body is Partial<Failure> & { code: Failure['code'] } =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

/** Reads a refused response: our problem documents as they are, any other body by its status. */
export async function failureOf(response: Response): Promise<Failure> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('problem+json')) {
    const body: unknown = await response.json();
    if (isProblem(body)) return { ...body, fields: body.fields ?? [], questions: body.questions ?? [] };
  }
  return failure(byStatus[response.status] ?? 'broken');
}
