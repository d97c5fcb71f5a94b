/** Where a committed page first differs from what would be generated now; undefined when it doesn't. */
export function driftOf(committed: string, generated: string): string | undefined {
  if (committed === generated) return undefined;
  const [had, has] = [committed.split('\n'), generated.split('\n')];
  const line = has.findIndex((text, index) => text !== had[index]);
  const at = line < 0 ? has.length : line;
  return `line ${at + 1} is "${had[at] ?? ''}", should be "${has[at] ?? ''}"`;
}
