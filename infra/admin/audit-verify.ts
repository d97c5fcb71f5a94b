import { parseArgs } from 'node:util';
import { everyOwner, ownerNamed, verifyAudit, type Verified } from '#usecases/audit/verify-audit.ts';
import { archiveReader, tableContext } from '../../functions/container.ts';
import { reach, run, withLocalAddress } from './reach.ts';

const USAGE = `npm run audit:verify -- --owner OWNER … | --all [flags]
  --owner OWNER   diary/CENTRE/PATIENT, centre/CENTRE or registry; may be given several times
  --all           everyone that the archive, the registry or a roster knows
  --heads         prints the newest hash of each chain: kept elsewhere, it proves what was there today
  --table NAME    the table: output TableName of the stack HaemdiaryData
  --archive NAME  the archive: output ArchiveBucketName of the stack HaemdiaryData
  --local[=URL]   the local run instead of AWS (http://localhost:8080)

Compares the audit in the table with the write-once archive and says what was changed, removed, inserted or reordered,
and where. Ends with 1 when something was. Only reads: it needs dynamodb:Query on the table and its index roster,
s3:ListBucketVersions, s3:GetObject, s3:GetObjectVersion and s3:GetBucketObjectLockConfiguration on the archive, and
the use of both keys.`;

const read = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: withLocalAddress(args),
    options: {
      owner: { type: 'string', multiple: true, default: [] },
      all: { type: 'boolean', default: false },
      heads: { type: 'boolean', default: false },
      table: { type: 'string' },
      archive: { type: 'string' },
      local: { type: 'string' },
    },
  });
  if (values.all === values.owner.length > 0) throw new TypeError('Name owners, or use --all.');
  if (values.local === undefined && (values.table === undefined || values.archive === undefined))
    throw new TypeError('Name the table and the archive, or use --local.');
  return values;
};

const shown = (one: Verified, heads: boolean): string[] => [
  ...one.findings.map(
    ({ owner, side, kind, where, what }) =>
      `${kind.toUpperCase()} (${side === 'either' ? 'table or archive' : side})  ${owner}  ${where}\n    ${what}`,
  ),
  ...(heads ? [`${one.owner}  ${String(one.archived)}  ${one.head ?? '-'}`] : []),
];

const sum = (all: readonly Verified[], of: (one: Verified) => number): string =>
  String(all.reduce((total, one) => total + of(one), 0));

const summary = (all: readonly Verified[], lock: string | undefined): string => {
  const findings = sum(all, (one) => one.findings.length);
  return [
    `${String(all.length)} chains: ${sum(all, (one) => one.live)} items in the table, ${sum(all, (one) => one.archived)} records in the archive (${lock === undefined ? 'NOT LOCKED' : `locked: ${lock}`}).`,
    `Not archived yet: ${sum(all, (one) => one.waiting)}. Erased: ${sum(all, (one) => one.erased)}. Told twice: ${sum(all, (one) => one.repeated)}.`,
    findings === '0' ? 'Nothing to find.' : `Findings: ${findings}.`,
  ].join('\n');
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  await reach(asked);
  const { store, now } = tableContext();
  const context = { store, now, archive: archiveReader() };
  const names = asked.all ? await everyOwner(context) : asked.owner;
  const lock = await context.archive.lock();
  const all: Verified[] = [];
  for (const name of names) {
    const owner = ownerNamed(name);
    if (owner === undefined) throw new TypeError(`${name} is no owner.`);
    const one = await verifyAudit(context, owner);
    all.push(one);
    for (const line of shown(one, asked.heads)) console.log(line);
  }
  console.log(summary(all, lock));
  return lock !== undefined && all.every(({ findings }) => findings.length === 0) ? 0 : 1;
};

await run(USAGE, main);
