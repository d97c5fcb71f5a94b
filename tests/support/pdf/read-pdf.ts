import { extractText, getDocumentProxy } from 'unpdf';

/** An element of the tags, or the words in one. */
interface TagNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly TagNode[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
  readonly language: unknown;
  readonly title: unknown;
  readonly isTagged: boolean;
  /** Every role of the tags, as often as it occurs, in the order of reading. */
  readonly roles: readonly string[];
}

const rolesOf = (node: TagNode): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap((child) => rolesOf(child)),
];

/** A PDF as another library reads it: its words, its language and its tags. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(file, { mergePages: true });
  const { info } = await file.getMetadata();
  const marks = await file.getMarkInfo();
  const tree = await (await file.getPage(1)).getStructTree();
  const { Language: language, Title: title } = info as Record<string, unknown>;
  return {
    pages: file.numPages,
    text: text.replaceAll(/\s+/gu, ' '),
    language,
    title,
    isTagged: marks?.Marked === true,
    roles: rolesOf(tree as TagNode),
  };
}
