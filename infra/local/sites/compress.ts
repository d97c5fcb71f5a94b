import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** CloudFront compresses what is between these sizes and of these kinds. */
const SMALLEST = 1000;
const LARGEST = 10_000_000;
const COMPRESSED_TYPES =
  /^(text\/|application\/(javascript|json|manifest\+json|problem\+json|wasm|xml|xhtml\+xml|rss\+xml|x-javascript)|image\/(svg\+xml|vnd\.microsoft\.icon|x-icon)|font\/)/;

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
): Promise<{ body: Buffer; encoding: 'br' | 'gzip' } | undefined> {
  if (body.length < SMALLEST || body.length > LARGEST || !COMPRESSED_TYPES.test(contentType))
    return undefined;
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { body: await toBrotli(body, { params }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) return { body: await toGzip(body), encoding: 'gzip' };
  return undefined;
}
