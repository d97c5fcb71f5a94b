import { parseArgs } from 'node:util';
import { email } from '#contracts/text.ts';
import { inviteRegistryManager } from '#usecases/session/invite-registry-manager.ts';
import { tableContext } from '../../functions/container.ts';
import { localTable } from './local-table.ts';

const USAGE = `npm run invite-registry-manager -- --email ADDRESS [flags]
  --email ADDRESS  where codes for a forgotten password will go
  --name NAME      what the invitation calls the person (Registry manager)
  --table NAME     the table: output TableName of the stack HaemdiaryData
  --site URL       address of the registry's site, to print the whole link
  --local[=URL]    the local run instead of AWS (http://localhost:8080)

Writes an invitation with the credentials and region of your AWS profile (it needs dynamodb:PutItem on the table and
the use of its key) and prints its code once.`;

const LOCAL = 'http://localhost:8080';

interface Asked {
  readonly email: string;
  readonly name: string;
  readonly table: string | undefined;
  readonly site: string | undefined;
  readonly local: string | undefined;
}

/** `--local` alone means the usual address: parseArgs knows no optional values. */
const withLocalAddress = (args: readonly string[]): string[] =>
  args.map((arg) => (arg === '--local' ? `--local=${LOCAL}` : arg));

const read = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: withLocalAddress(args),
    options: {
      email: { type: 'string' },
      name: { type: 'string', default: 'Registry manager' },
      table: { type: 'string' },
      site: { type: 'string' },
      local: { type: 'string' },
    },
  });
  const { name, table, site, local } = values;
  const address = email.safeParse(values.email);
  if (!address.success) throw new TypeError('--email takes an e-mail address.');
  if (table === undefined && local === undefined) throw new TypeError('Name the table, or use --local.');
  return { email: address.data, name, table, site, local };
};

/** Sets what the AWS SDK reads, and answers where the registry signs in, if that is known. */
const reach = async ({ table, site, local }: Asked): Promise<string | undefined> => {
  process.env['AWS_REGION'] ??= 'eu-west-2';
  if (local === undefined) {
    process.env['TABLE_NAME'] = table;
    return site;
  }
  const found = await localTable(local);
  Object.assign(process.env, {
    TABLE_NAME: found.table,
    AWS_ENDPOINT_URL_DYNAMODB: found.endpoint,
    AWS_ACCESS_KEY_ID: 'deployer',
    AWS_SECRET_ACCESS_KEY: 'deployer',
  });
  return found.site;
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  const site = await reach(asked);
  const invited = await inviteRegistryManager(asked, tableContext());
  if (!invited.ok) throw new Error(`The invitation was not written: ${invited.failure.code}.`);
  const { code, expiresAt } = invited.value;
  const link = site === undefined ? '' : `\n  ${site}/accept#${code}`;
  console.log(`Invitation of a registry manager, shown only now:\n  ${code}${link}\nIt ends ${expiresAt}.`);
  return 0;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof TypeError ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
