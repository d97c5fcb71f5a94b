import { parseArgs } from 'node:util';
import { reasonText } from '#contracts/text.ts';
import { recoverColleague } from '#usecases/registry/recover-colleague.ts';
import { operatorContext } from '../../functions/container.ts';
import { reach, run, withLocalAddress } from './reach.ts';

const USAGE = `npm run recover-registry-staff -- --username NAME --reason TEXT [flags]
  --username NAME  whose second factor was lost
  --reason TEXT    why, and how you know that it is them; kept in the audit
  --table NAME     the table: output TableName of the stack HaemdiaryData
  --pool ID        the registry's user pool: output RegistryPoolId of the stack HaemdiaryIdentity
  --local[=URL]    the local run instead of AWS (http://localhost:8080), with --operator NAME

It takes two people within a day: two operators, each with AWS credentials of their own, or one and a registry manager
on the registry's site. The first is noted, the second takes the second factor off and ends every session.`;

interface Asked {
  readonly username: string;
  readonly reason: string;
  readonly table: string | undefined;
  readonly pool: string | undefined;
  readonly local: string | undefined;
  readonly operator: string | undefined;
}

const read = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: withLocalAddress(args),
    options: {
      username: { type: 'string' },
      reason: { type: 'string' },
      table: { type: 'string' },
      pool: { type: 'string' },
      local: { type: 'string' },
      operator: { type: 'string' },
    },
  });
  const { username, table, pool, local, operator } = values;
  const reason = reasonText.safeParse(values.reason);
  if (username === undefined) throw new TypeError('--username says whose second factor was lost.');
  if (!reason.success) throw new TypeError('--reason says why.');
  if (local === undefined && (table === undefined || pool === undefined))
    throw new TypeError('Name the table and the pool, or use --local.');
  if (local !== undefined && operator === undefined)
    throw new TypeError('With --local, --operator says who you are.');
  if (local === undefined && operator !== undefined)
    throw new TypeError('In AWS your credentials say who you are, not --operator.');
  return { username, reason: reason.data, table, pool, local, operator };
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  const local = await reach(asked);
  const registry = local?.registryPool ?? asked.pool ?? '';
  const context = operatorContext(registry);
  const operator = asked.operator ?? (await context.operator());
  const found = await context.accounts.find('registry', asked.username.toLowerCase());
  if (found === undefined) throw new Error('Nobody at the registry has this username.');
  const body = { mutationId: context.newId(), reason: asked.reason };
  const given = { account: found.account, body };
  const done = await recoverColleague(context, { operator }, given);
  if (!done.ok) throw new Error(`Nothing was changed: ${done.failure.code}.`);
  console.log(
    done.value.state === 'done'
      ? 'The second factor is off and every session ended. The next sign-in sets up a new one.'
      : `Noted for ${operator}. A second person has until ${done.value.endsAt} to confirm it.`,
  );
  return 0;
};

await run(USAGE, main);
