import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** CloudFront compresses what is between these sizes and of these kinds. */
const SMALLEST = 1000;
const LARGEST = 10_000_000;
const COMPRESSED_TYPES =
  /^(text\/|application\/(javascript|json|manifest\+json|problem\+json|wasm|xml|xhtml\+xml|rss\+xml|x-javascript)|image\/(svg\+xml|vnd\.microsoft\.icon|x-icon)|font\/)/;

type Compressed = { body: Buffer; encoding: 'br' | 'gzip' };

/** A body that is kept (edge-cache.ts) is compressed once; all others are forgotten with what they answered. */
const compressed = new WeakMap<Buffer, Partial<Record<Compressed['encoding'], Promise<Buffer>>>>();

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const HOW = {
  br: (body: Buffer) => toBrotli(body, BROTLI),
  gzip: (body: Buffer) => toGzip(body),
} as const;

function once(body: Buffer, encoding: Compressed['encoding']): Promise<Buffer> {
  const known = compressed.get(body) ?? {};
  compressed.set(body, known);
  return (known[encoding] ??= HOW[encoding](body));
}

/**
 * Compresses a body as CloudFront would, if it would.
 *
 * @returns the body and its encoding; undefined when it goes out as it is.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export async function compress(
  body: Buffer,
  contentType: string,
  accepted: string,
): Promise<Compressed | undefined> {
  if (body.length < SMALLEST || body.length > LARGEST || !COMPRESSED_TYPES.test(contentType))
    return undefined;
  const encoding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
  return encoding === undefined ? undefined : { body: await once(body, encoding), encoding };
}
