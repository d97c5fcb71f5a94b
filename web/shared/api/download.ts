import type { Download } from './call.ts';

const contentsOf = (header: string | null): Readonly<Record<string, number>> | undefined => {
  const counts: unknown = header === null ? undefined : JSON.parse(header);
  if (typeof counts !== 'object' || counts === null) return undefined;
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)]));
};

/** Reads an answer that is a file; apart from the other answers because few visits download one. */
export async function download(response: Response): Promise<Download> {
  const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  const contents = contentsOf(response.headers.get('x-haemdiary-contents'));
  return {
    blob: await response.blob(),
    fileName: given?.[1] ?? 'haemdiary.xlsx',
    ...(contents === undefined ? {} : { contents }),
  };
}
