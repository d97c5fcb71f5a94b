import type { Route } from '#contracts/route.ts';
import * as z from 'zod';
import type { ApiAnswer } from './event.ts';

const versioned = z.object({ version: z.int() });

const file = z.object({
  fileName: z.string().regex(/^[A-Za-z0-9-]+\.[a-z]+$/),
  contentType: z.string(),
  contents: z.record(z.string().regex(/^[a-z]+$/), z.int()).optional(),
  bytes: z.instanceof(Uint8Array),
});

const fileAnswer = (value: unknown): ApiAnswer => {
  const { fileName, contentType, contents, bytes } = file.parse(value);
  return {
    statusCode: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      ...(contents === undefined ? {} : { 'x-haemdiary-contents': JSON.stringify(contents) }),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
};

/**
 * What a handler answered, as a response: through the route's schema, so that no field leaves that it doesn't name.
 *
 * @throws ZodError when the answer does not fit the route: a fault of ours
 */
export const answerOf = (response: Route['response'], value: unknown): ApiAnswer => {
  if (response === 'nothing') return { statusCode: 204 };
  if (response === 'file') return fileAnswer(value);
  const body = response.parse(value);
  const tagged = versioned.safeParse(body);
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/json',
      ...(tagged.success ? { etag: `"${String(tagged.data.version)}"` } : {}),
    },
    body: JSON.stringify(body),
  };
};
