import * as z from 'zod';
import type { Wanted } from '../../iam/authorise.ts';
import type { Tables } from './table-calls.ts';

const statement = z.object({ Statement: z.string() });
const statements = z.object({ Statements: z.array(statement) });
const transaction = z.object({ TransactStatements: z.array(statement) });

const ACTIONS: Readonly<Record<string, string>> = {
  SELECT: 'PartiQLSelect',
  EXISTS: 'PartiQLSelect',
  INSERT: 'PartiQLInsert',
  UPDATE: 'PartiQLUpdate',
  DELETE: 'PartiQLDelete',
};

/** `FROM "t"."index"`, `INTO t`, `UPDATE "t"`. */
const PLACE = /\b(?:FROM|INTO|UPDATE)\s+"?(?<table>[\w.-]+?)"?(?:\."(?<index>[\w.-]+)")?(?=[\s)]|$)/iu;

function statementCall(
  { Statement: text }: z.infer<typeof statement>,
  tables: Tables,
  enclosing?: string,
): Wanted {
  const verb = /^\s*(?<verb>\w+)/u.exec(text)?.groups?.['verb']?.toUpperCase() ?? '';
  const { table, index } = PLACE.exec(text)?.groups ?? {};
  const arn = table === undefined ? '*' : tables.table(table).arn;
  return {
    action: `dynamodb:${ACTIONS[verb] ?? 'PartiQLSelect'}`,
    resource: index === undefined ? arn : `${arn}/index/${index}`,
    // Which keys a statement touches isn't read from it: a policy that asks for leading keys never allows one.
    context: enclosing === undefined ? {} : { 'dynamodb:EnclosingOperation': enclosing },
  };
}

/**
 * What a PartiQL operation needs permission for; undefined for other operations.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export function partiqlCalls(name: string, body: unknown, tables: Tables): readonly Wanted[] | undefined {
  if (name === 'ExecuteStatement') return [statementCall(statement.parse(body), tables)];
  if (name === 'BatchExecuteStatement')
    return statements.parse(body).Statements.map((each) => statementCall(each, tables));
  if (name === 'ExecuteTransaction')
    return transaction.parse(body).TransactStatements.map((each) => statementCall(each, tables, name));
  return undefined;
}
