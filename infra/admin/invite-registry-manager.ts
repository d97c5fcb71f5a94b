import { parseArgs } from 'node:util';
import { email } from '#contracts/text.ts';
import { inviteRegistryManager } from '#usecases/session/invite-registry-manager.ts';
import { tableContext } from '../../functions/container.ts';
import { reach, run, withLocalAddress } from './reach.ts';

const USAGE = `npm run invite-registry-manager -- --email ADDRESS [flags]
  --email ADDRESS  where codes for a forgotten password will go
  --name NAME      what the invitation calls the person (Registry manager)
  --table NAME     the table: output TableName of the stack HaemdiaryData
  --site URL       address of the registry's site, to print the whole link
  --local[=URL]    the local run instead of AWS (http://localhost:8080)

Writes an invitation with the credentials and region of your AWS profile (it needs dynamodb:PutItem on the table and
the use of its key) and prints its code once.`;

interface Asked {
  readonly email: string;
  readonly name: string;
  readonly table: string | undefined;
  readonly site: string | undefined;
  readonly local: string | undefined;
}

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
  return { email: address.data, name, table, site, local };
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  const local = await reach(asked);
  const site = local?.site ?? asked.site;
  const invited = await inviteRegistryManager(asked, tableContext());
  if (!invited.ok) throw new Error(`The invitation was not written: ${invited.failure.code}.`);
  const { code, expiresAt } = invited.value;
  const link = site === undefined ? '' : `\n  ${site}/accept#${code}`;
  console.log(`Invitation of a registry manager, shown only now:\n  ${code}${link}\nIt ends ${expiresAt}.`);
  return 0;
};

await run(USAGE, main);
