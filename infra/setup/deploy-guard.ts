/** What people's data is in, or what it can't be read without. */
const keeper = /^AWS::(?:DynamoDB::(?:Global)?Table|Cognito::UserPool|S3::Bucket|KMS::Key)$/;
/** A resource's line in `cdk diff`: `[~] AWS::DynamoDB::GlobalTable Path LogicalId replace`. */
const resourceLine =
  /^\[[-~+]\] (?<type>AWS::\S+) (?<name>.+?)(?: (?<fate>replace|may be replaced|destroy|orphan))?$/;
/** DynamoDB makes or removes one global index per update of a table; CloudFormation would stop half-way. */
const indexLine = /\[[-+]\]\s+"IndexName": "(?<index>[^"]+)"/;

/**
 * What a deploy would do that can't be undone: replace, remove or let go of something that holds data, or change more
 * than one index of a table that exists.
 * @param diff what `cdk diff --all` says, without colours
 * @returns one sentence each; empty when there is nothing to fear
 */
export function dangersIn(diff: string): string[] {
  const dangers: string[] = [];
  const indexes = new Map<string, Set<string>>();
  let table = '';
  for (const line of diff.split('\n')) {
    const { type = '', name = '', fate } = resourceLine.exec(line.trimEnd())?.groups ?? {};
    if (type) table = line.startsWith('[~]') && type.startsWith('AWS::DynamoDB::') ? name : '';
    if (fate && keeper.test(type)) dangers.push(`${type} ${name}: ${fate}.`);
    const { index } = indexLine.exec(line)?.groups ?? {};
    if (index && table) indexes.set(table, (indexes.get(table) ?? new Set()).add(index));
  }
  for (const [name, changed] of indexes) {
    if (changed.size > 1)
      dangers.push(`${name}: more than one index would change (${[...changed].join(', ')}).`);
  }
  return dangers;
}
