import type { Language } from '#domain/languages.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { Owner } from '#table/entities/owner.ts';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { Context, SharingStaff } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { mailItem } from './mail-item.ts';
import type { Outbox } from './mail-rules.ts';

export type Finder = Pick<AccountHelp, 'find'>;
type Help = Extract<Outbox['job'], { kind: 'tell-of-help' }>;
type HelpContext = Context & Scopes & { readonly finder: Finder };

type Place = Exclude<Owner, { of: 'registry' }>;

/** How the audit of another diary or centre names it: `recover-account` is what the helping centre itself did. */
const ACTION = 'recovered-elsewhere';

const linksOf = async (context: HelpContext, { account }: Help) =>
  context.within({ of: 'account', account }).queryAll(patterns.linkedTo(account));
type Links = Awaited<ReturnType<typeof linksOf>>;

/** Every diary and centre that the account is linked to but the one in which it was helped, whose audit has it already. */
const otherPlaces = (found: Links, { by, patient }: Help): readonly Place[] =>
  found.flatMap((one): Place[] => {
    switch (one.type) {
      case 'link':
        return one.item.centre === by.centre && one.item.patient === patient
          ? []
          : [{ of: 'diary', centre: one.item.centre, patient: one.item.patient }];
      case 'staff':
        return one.item.centre === by.centre && patient === undefined
          ? []
          : [{ of: 'centre', centre: one.item.centre }];
      // The registry's people are helped by two of their own, never by a centre.
      default:
        return [];
    }
  });

/** What the person reads, where they have chosen it on any of their diaries. */
const languageOf = (found: Links): Language | undefined =>
  found.flatMap((one) => (one.type === 'link' ? (one.item.language ?? []) : []))[0];

const writeLine = async (
  context: HelpContext,
  item: Outbox,
  { account, lost, by }: Help,
  owner: Place,
): Promise<void> => {
  const store = context.within({ of: 'centre', centre: owner.centre });
  // To whoever reads it they are staff of another centre, as those are with whom a diary is shared.
  const helper: SharingStaff = {
    kind: 'sharing',
    account: by.account,
    username: by.name,
    issuedAt: 0,
    job: by.job,
    centre: by.centre,
    centreName: by.centreName,
    diary: { centre: owner.centre, patient: '-' },
    today: item.at.slice(0, 10),
  };
  const mutationId = item.outbox;
  const once = { audit: mutationId, at: `${item.at.slice(0, 19)}.000Z` };
  const happening = { action: ACTION, about: account, reason: lost, mutationId, once };
  const outcome = await store.transact([auditAct(context, helper, owner, happening)]);
  // Refused because it is there already: the job was interrupted and has begun again.
  if (!outcome.done && outcome.refused === 'conflict')
    throw new Error('A line of an audit could not be written.');
};

const mail = async (context: HelpContext, item: Outbox, help: Help, links: Links): Promise<void> => {
  const { by, audience, username } = help;
  const found = await context.finder.find(audience, username);
  if (found?.email === undefined || found.account !== help.account) return;
  const { store } = context;
  const profile = await store.get(centreProfile, centreProfile.key(by));
  const told = mailItem(context, {
    owner: { of: 'centre', centre: by.centre },
    message: audience === 'diary' ? 'account-helped' : 'staff-account-helped',
    to: found.email,
    zone: profile?.zone ?? 'Europe/London',
    locale: languageOf(links),
    values: {},
    by: 'outbox',
    id: `${item.outbox.slice(0, 33)}-told`,
    at: item.at,
    // Whoever did not ask for it has to act at once.
    mayPassQuietHours: true,
  });
  await store.transact([{ act: 'put', label: 'told', entity: outbox, item: told, over: 'absent' }]);
};

/**
 * Tells of help with signing in: a mail to the account's own address, and a line that names the helping centre in the audit of
 * every other diary and centre it is linked to, each with credentials for that centre alone. Done again it does nothing more.
 */
export const doTellOfHelp = async (context: HelpContext, item: Outbox, help: Help): Promise<void> => {
  const links = await linksOf(context, help);
  for (const owner of otherPlaces(links, help)) {
    await writeLine(context, item, help, owner);
  }
  await mail(context, item, help, links);
};
