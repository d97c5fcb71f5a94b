import type { ApiRequest, ApiResponse } from '../http-api/http-api.ts';

/** Reads a file of a site's bucket, whatever the viewer has of it already. */
type ReadFile = (key: string) => Promise<ApiResponse>;

const valueOf = ({ headers }: ApiResponse, wanted: string): string =>
  headers.find(([name]) => name === wanted)?.[1] ?? '';

const saysItNeverChanges = (response: ApiResponse): boolean =>
  response.status === 200 && /\bimmutable\b/.test(valueOf(response, 'cache-control'));

/** A browser that has the file is told so, and sent nothing. */
function unlessThere(response: ApiResponse, request: ApiRequest): ApiResponse {
  const etag = valueOf(response, 'etag');
  const there = request.headers['if-none-match']?.replaceAll('W/', '').includes(etag) === true;
  return response.status === 200 && there && etag !== ''
    ? { ...response, status: 304, body: Buffer.alloc(0) }
    : response;
}

/**
 * The cache of an edge: a file that says it never changes is read once, as CloudFront does. Each new browser asks for
 * all of a site, to have it without a connection; the bucket would answer with the same hundred files each time.
 */
export function withEdgeCache(read: ReadFile): (key: string, request: ApiRequest) => Promise<ApiResponse> {
  const kept = new Map<string, ApiResponse>();
  return async (key, request) => {
    const response = kept.get(key) ?? (await read(key));
    if (saysItNeverChanges(response)) kept.set(key, response);
    return unlessThere(response, request);
  };
}
