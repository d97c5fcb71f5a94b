import { GROUPS, type Group } from '#contracts/authorisation/expected-answer.ts';
import { REGISTRY_JOBS, STAFF_JOBS, type RegistryJob, type StaffJob } from '#domain/vocabulary.ts';
import {
  centrePolicy,
  centreProfile,
  exportJob,
  listedCentre,
  managerCount,
  registryCentre,
  registryStaff,
  staff,
  statement,
} from '#table/entities/centre.ts';
import { recall } from '#table/entities/stock.ts';
import { toItem, type Item } from '#table/item.ts';
import { policyBody } from '../examples/bodies.ts';
import { SHARED } from '../examples/shared-examples.ts';
import { AFTER_EVERY_TOKEN, LONG_AGO, stamp } from './place-items.ts';
import { AWAY, COLLEAGUE, HOME, SHUT, type Bearer, type Place } from './places.ts';
import { recallAt } from './stock-items.ts';

type Status = 'active' | 'suspended';

const centreItems = (centre: string, status: Status = 'active'): Item[] => {
  const fields = {
    centre,
    name: `Centre ${centre}`,
    email: 'office@example.org',
    phone: '01632 960100',
    emergencyPhone: '01632 960199',
    address: 'Example Road 1',
    zone: 'Europe/London',
    status,
    ...stamp,
  };
  const { emergencySites, matchByClass } = policyBody;
  return [
    toItem(centreProfile, { ...fields, emergencySites, matchByClass }),
    toItem(registryCentre, fields),
    toItem(recall, recallAt(centre)),
    toItem(listedCentre, { centre, name: fields.name, status, ...stamp }),
  ];
};

const jobItem = (
  centre: string,
  account: string,
  more: { job: StaffJob; since?: string; username?: string; notBefore?: number },
): Item =>
  toItem(staff, {
    centre,
    account,
    username: account,
    displayName: 'Somebody',
    status: 'active',
    since: LONG_AGO,
    notBefore: 0,
    ...stamp,
    ...more,
  });

const onceItems = (centre: string): Item[] => [
  toItem(centrePolicy, { centre, policy: policyBody, ...stamp }),
  // Never the last one: whether that one stays is not what is tried here.
  toItem(managerCount, { centre, active: 100, ...stamp }),
  toItem(exportJob, {
    centre,
    export: 'known-file',
    from: '2026-01-01',
    to: '2026-01-31',
    askedAt: LONG_AGO,
    askedBy: { account: 'somebody', name: 'Somebody' },
    state: 'waiting',
    ...stamp,
  }),
];

const isStaff = (group: Group): group is StaffJob => GROUPS[group] === 'centre';
const isRegistry = (group: Group): group is RegistryJob => GROUPS[group] === 'registry';
const otherOf = <T>(jobs: readonly T[], job: T): T => jobs.find((one) => one !== job) ?? job;

const staffItems = ({ account, group, situation, centre }: Bearer): Item[] => {
  if (!isStaff(group)) return [];
  const notBefore = situation === 'signed-out-everywhere' ? { notBefore: AFTER_EVERY_TOKEN } : {};
  return [
    // Where they started last is where a session begins.
    jobItem(centre, account, { job: group, since: '2026-02-02T00:00:00Z', ...notBefore }),
    ...(situation === 'wrong-session' ? [jobItem(AWAY, account, { job: group })] : []),
  ];
};

const registryStaffItem = (account: string, job: RegistryJob, more: object = {}): Item =>
  toItem(registryStaff, {
    account,
    username: account,
    displayName: 'Somebody',
    job,
    status: 'active',
    since: LONG_AGO,
    notBefore: 0,
    ...stamp,
    ...more,
  });

const registryItem = ({ account, group, situation }: Bearer, more: object = {}): Item[] =>
  isRegistry(group)
    ? [
        registryStaffItem(account, group, {
          notBefore: situation === 'signed-out-everywhere' ? AFTER_EVERY_TOKEN : 0,
          ...more,
        }),
      ]
    : [];

/** The centres, the statement, and who works where, as it is while tokens are made. */
export const peopleItems = (bearers: readonly Bearer[], places: readonly Place[]): Item[] => [
  ...[HOME, AWAY, SHUT, SHARED.centre].flatMap((centre) => [...centreItems(centre), ...onceItems(centre)]),
  toItem(statement, {
    statement: 1,
    publishedOn: '2026-01-01',
    changes: 'The first.',
    sections: [{ heading: 'What is kept', paragraphs: ['What you record.'] }],
    ...stamp,
  }),
  ...bearers.flatMap((one) => [...staffItems(one), ...registryItem(one)]),
  ...places.flatMap(({ holds, colleague, centre, ownCentre, fresh }): Item[] => {
    if (holds === 'colleague') return [jobItem(centre, colleague, { job: 'nurse', username: COLLEAGUE })];
    if (holds === 'diary') return [];
    return [
      ...centreItems(ownCentre),
      toItem(centrePolicy, { centre: ownCentre, policy: policyBody, ...stamp }),
      // Where one is left, the registry may help; and a colleague whom it may help.
      toItem(managerCount, { centre: ownCentre, active: 1, ...stamp }),
      registryStaffItem(fresh, 'manager'),
    ];
  }),
];

/** What becomes of them once everybody has a token. */
export const laterPeople = (bearers: readonly Bearer[]): Item[] => [
  ...centreItems(SHUT, 'suspended'),
  ...bearers.flatMap((one): Item[] => {
    const { account, group, situation, centre } = one;
    if (situation === 'changed-job' && isStaff(group))
      return [jobItem(centre, account, { job: otherOf(STAFF_JOBS, group) })];
    if (situation === 'ended-job' && isStaff(group))
      return [{ ...jobItem(centre, account, { job: group }), status: 'ended' }];
    if (situation === 'changed-registry-job' && isRegistry(group))
      return registryItem(one, { job: otherOf(REGISTRY_JOBS, group) });
    return situation === 'ended-registry-job' ? registryItem(one, { status: 'ended' }) : [];
  }),
];
