import {
  centrePolicy,
  centreProfile,
  listedCentre,
  managerCount,
  registryCentre,
  registryStaff,
  staff,
  statement,
} from '#table/entities/centre.ts';
import { audit } from '#table/entities/system.ts';
import { addDays } from '#domain/calendar-day.ts';
import { created, toItem, type Item } from '#table/item.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import { CENTRES, examplePolicy, REGISTRY, STAFF, type CentreId } from './centres.ts';
import { noted } from './make-audit.ts';
import { openInvitation } from './make-invitation.ts';
import { randomOf } from './random.ts';
import { exampleStatement } from './statement.ts';
import { accountOf } from './who.ts';
import { instantAt, localAt, millisOf, ZONE, type Year } from './when.ts';

/** With this anybody can try what a new centre's first data manager sees. */
export const FERNBANK_CODE = 'FERN-BANK-2026';

const registryManager: RegistryCaller = {
  kind: 'registry',
  account: accountOf('registry.manager'),
  username: 'registry.manager',
  issuedAt: 0,
  job: 'manager',
};

const centreItems = (centre: CentreId, year: Year): Item[] => {
  const day = centre === 'fernbank' ? addDays(year.today, -1) : addDays(year.from, -30);
  const at = instantAt(localAt(day, 10, 15));
  const random = randomOf(`centre ${centre}`);
  const common = created({
    at: millisOf(at),
    by: registryManager.account,
    mutationId: random.id(at.epochMilliseconds),
  });
  const fields = { centre, ...CENTRES[centre], zone: ZONE, status: 'active' as const };
  const { emergencySites, matchByClass } = examplePolicy;
  return [
    toItem(centreProfile, { ...fields, emergencySites, matchByClass, ...common }),
    toItem(centrePolicy, { centre, policy: examplePolicy, ...common }),
    toItem(registryCentre, { ...fields, ...common }),
    toItem(listedCentre, { centre, name: fields.name, status: fields.status, ...common }),
    toItem(
      audit,
      noted(random, at, registryManager, { of: 'registry' }, { action: 'onboard-centre', about: centre }),
    ),
  ];
};

const staffItems = (year: Year): Item[] => {
  const at = instantAt(localAt(addDays(year.from, -25), 9, 0));
  const notBefore = Math.floor(at.epochMilliseconds / 1000);
  const about = (username: string) => ({
    account: accountOf(username),
    username,
    status: 'active' as const,
    since: millisOf(at),
    notBefore,
    ...created({
      at: millisOf(at),
      by: accountOf(username),
      mutationId: randomOf(`staff ${username}`).id(at.epochMilliseconds),
    }),
  });
  const centres = new Set(STAFF.map(({ centre }) => centre));
  return [
    ...STAFF.flatMap(({ username, name, centre, job, also }) =>
      [centre, ...(also === undefined ? [] : [also])].map((at) =>
        toItem(staff, { centre: at, job, displayName: name, ...about(username) }),
      ),
    ),
    ...[...centres].map((centre) => {
      const { account: by } = about(`${centre}.manager`);
      const stamp = { at: millisOf(at), by, mutationId: `managers-${centre}` };
      return toItem(managerCount, { centre, active: 1, ...created(stamp) });
    }),
    ...REGISTRY.map(({ username, name, job }) =>
      toItem(registryStaff, { job, displayName: name, ...about(username) }),
    ),
  ];
};

const statementItems = (year: Year): Item[] => {
  const publishedOn = addDays(year.from, -28);
  const at = instantAt(localAt(publishedOn, 12, 0));
  const random = randomOf('statement');
  const stamp = {
    at: millisOf(at),
    by: registryManager.account,
    mutationId: random.id(at.epochMilliseconds),
  };
  const happened = { action: 'publish-statement', about: '1' };
  return [
    toItem(statement, { statement: 1, publishedOn, ...exampleStatement, ...created(stamp) }),
    toItem(audit, noted(random, at, registryManager, { of: 'registry' }, happened)),
  ];
};

const fernbankInvitation = (year: Year): Item[] =>
  openInvitation(
    {
      id: 'first-fernbank',
      code: FERNBANK_CODE,
      to: { kind: 'staff', centre: 'fernbank', centreName: CENTRES.fernbank.name, job: 'data-manager' },
      name: 'The first data manager of Fernbank',
      email: 'data.manager@fernbank.example',
      owner: { of: 'centre', centre: 'fernbank' },
    },
    { at: millisOf(year.now), by: registryManager.account, mutationId: 'first-fernbank' },
    year,
  );

/** The registry, its centres and everybody's jobs. */
export const makeRegistry = (year: Year): Item[] => [
  ...statementItems(year),
  ...(['larkfield', 'moorside', 'fernbank'] as const).flatMap((centre) => centreItems(centre, year)),
  ...staffItems(year),
  ...fernbankInvitation(year),
];
