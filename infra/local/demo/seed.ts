import * as z from 'zod';
import type { Account } from '../console/account.ts';
import type { SeedDemo } from '../local-options.ts';
import { makeDemo, type Demo } from './make-demo.ts';
import { keepingAudit, writeArchive } from './write-archive.ts';
import { writeItems } from './write-items.ts';
import { DEMO_PASSWORD, writeUsers, type Pool } from './write-users.ts';

/** What the session function is told of table and pools: the template says it there, and nowhere else is needed. */
const environmentSchema = z.object({
  TABLE_NAME: z.string(),
  PATIENTS_POOL_ID: z.string(),
  PATIENTS_CLIENT_ID: z.string(),
  STAFF_POOL_ID: z.string(),
  STAFF_CLIENT_ID: z.string(),
  REGISTRY_POOL_ID: z.string(),
  REGISTRY_CLIENT_ID: z.string(),
});

/** What the archive's reader is told, for the same reason. */
const archiveSchema = z.object({ ARCHIVE_BUCKET: z.string() });

const archiveOf = ({ functions }: Parameters<SeedDemo>[0]['resources']): string => {
  for (const { environment } of functions) {
    const read = archiveSchema.safeParse(environment);
    if (read.success) return read.data.ARCHIVE_BUCKET;
  }
  throw new Error('No function of the template knows the archive.');
};

const placesOf = ({ functions }: Parameters<SeedDemo>[0]['resources']) => {
  for (const { environment } of functions) {
    const read = environmentSchema.safeParse(environment);
    if (!read.success) continue;
    const given = read.data;
    const pool = (poolId: string, clientId: string): Pool => ({ poolId, clientId });
    return {
      tableName: given.TABLE_NAME,
      pools: {
        diary: pool(given.PATIENTS_POOL_ID, given.PATIENTS_CLIENT_ID),
        centre: pool(given.STAFF_POOL_ID, given.STAFF_CLIENT_ID),
        registry: pool(given.REGISTRY_POOL_ID, given.REGISTRY_CLIENT_ID),
      },
    };
  }
  throw new Error('No function of the template knows the table and all three user pools.');
};

/** Signed in with nothing yet: what stands in the place of a username until somebody chooses one. */
const CHOOSE = '(choose)';

const accountsOf = ({ users, invitations }: Demo, secrets: ReadonlyMap<string, string>): Account[] => [
  ...users.flatMap(({ audience, username, shown }): Account[] => {
    const totpSecret = secrets.get(username);
    if (shown === undefined) return [];
    return [
      {
        ...shown,
        site: audience,
        username,
        password: DEMO_PASSWORD,
        ...(totpSecret === undefined ? {} : { totpSecret }),
      },
    ];
  }),
  ...invitations.map(({ audience, role, code, note }): Account => ({
    role,
    site: audience,
    username: CHOOSE,
    password: `with code ${code}`,
    note: `${note}. The code goes on the page /accept`,
  })),
];

/** Fills a new local run with two centres' worth of fictional people and a year of their diaries. */
export const seedDemo: SeedDemo = async ({ endpoints, resources, now }) => {
  const { tableName, pools } = placesOf(resources);
  const demo = makeDemo(now);
  const audits: Parameters<typeof writeArchive>[2][number][] = [];
  const [secrets] = await Promise.all([
    writeUsers(endpoints.cognito, pools, demo.users),
    writeItems(endpoints.dynamodb, tableName, keepingAudit(demo.items, audits)),
  ]);
  await writeArchive(endpoints.s3, archiveOf(resources), audits);
  return accountsOf(demo, secrets);
};
