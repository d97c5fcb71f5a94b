import { parseArgs } from 'node:util';
import { email, reasonText } from '#contracts/text.ts';
import { inviteRegistryManager } from '#usecases/session/invite-registry-manager.ts';
import { operator, tableContext } from '../../functions/container.ts';
import { reach, run, withLocalAddress } from './reach.ts';

const USAGE = `npm run invite-registry-manager -- --email ADDRESS --reason TEXT [flags]
  --email ADDRESS  where codes for a forgotten password will go
  --reason TEXT    why, and how you know them; kept in the audit
  --name NAME      what the invitation calls the person (Registry manager)
  --table NAME     the table: output TableName of the stack HaemdiaryData
  --site URL       address of the registry's site, to print the whole link
  --local[=URL]    the local run instead of AWS (http://localhost:8080), with --operator NAME

The first person ever at the registry takes one operator. From then on it takes two within a day, each with AWS
credentials of their own: the first is noted, the second is shown the code. Writes an invitation with the credentials and region of your AWS profile (it needs dynamodb:Query,
dynamodb:GetItem and dynamodb:PutItem on the table and the use of its key) and prints its code once.`;

interface Asked {
  readonly email: string;
  readonly name: string;
  readonly reason: string;
  readonly operator: string | undefined;
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
      reason: { type: 'string' },
      operator: { type: 'string' },
      local: { type: 'string' },
    },
  });
  const { name, table, site, local, operator: named } = values;
  const address = email.safeParse(values.email);
  if (!address.success) throw new TypeError('--email takes an e-mail address.');
  const reason = reasonText.safeParse(values.reason);
  if (!reason.success) throw new TypeError('--reason says why.');
  if (local !== undefined && named === undefined)
    throw new TypeError('With --local, --operator says who you are.');
  if (local === undefined && named !== undefined)
    throw new TypeError('In AWS your credentials say who you are, not --operator.');
  return { email: address.data, name, reason: reason.data, operator: named, table, site, local };
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  const local = await reach(asked);
  const site = local?.site ?? asked.site;
  const by = asked.operator ?? (await operator());
  const invited = await inviteRegistryManager({ ...asked, operator: by }, tableContext());
  if (!invited.ok) throw new Error(`The invitation was not written: ${invited.failure.code}.`);
  if (invited.value.state === 'asked') {
    console.log(
      `Noted for ${by}. A second operator has until ${invited.value.endsAt} to invite the same address.`,
    );
    return 0;
  }
  const { code, expiresAt } = invited.value;
  const link = site === undefined ? '' : `\n  ${site}/accept#${code}`;
  console.log(`Invitation of a registry manager, shown only now:\n  ${code}${link}\nIt ends ${expiresAt}.`);
  return 0;
};

await run(USAGE, main);
