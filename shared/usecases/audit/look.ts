import type { Mark } from '#usecases/withheld/sight.ts';
import type { grant } from '#table/entities/sharing.ts';
import type { link } from '#table/entities/diary.ts';
import type { audit } from '#table/entities/system.ts';
import type { Fields, Stored } from '#table/entity.ts';
import type { NameOf } from './names-of.ts';
import { REFUSED, VIEWS } from './view.ts';

type Audit = Stored<typeof audit>;

/** One thing somebody did with a diary. */
export interface Look {
  readonly audit: string;
  readonly at: string;
  readonly who: string;
  readonly account: string;
  /** Job or relation, and the centre where it is another than the diary’s. */
  readonly as: string;
  readonly did: 'saw' | 'changed' | 'was refused';
  readonly action: string;
  readonly about: string;
}

/** What the things are called that a diary's audit is about by their ids. */
interface Named {
  readonly links: readonly Pick<Fields<typeof link>, 'account' | 'name'>[];
  readonly grants: readonly Pick<Fields<typeof grant>, 'grantee' | 'granteeName'>[];
  readonly marks: readonly Mark[];
}

const isView = (action: string): boolean => VIEWS.some((view) => view === action);

/** Something withheld: an entry and a log line have no name, so their day; all else is one of a kind. */
const markName = ({ links }: Named, { what, about, on = '' }: Mark): string => {
  const whose = links.find(({ account }) => account === about)?.name ?? 'the patient';
  const said = {
    entry: `an entry of ${on}`,
    log: `a log line of ${on}`,
    address: `the addresses of ${whose}`,
    zone: 'the home zone',
  };
  return said[what];
};

/** By name where the diary knows one: an id says nothing to whoever reads it. */
const aboutName = (named: Named, { action, about }: Audit): string | undefined => {
  if (about === undefined) return undefined;
  const mark = named.marks.find((one) => one.about === about);
  if (mark !== undefined && /withh/u.test(action)) return markName(named, mark);
  return (
    named.grants.find(({ grantee }) => grantee === about)?.granteeName ??
    named.links.find(({ account }) => account === about)?.name ??
    about
  );
};

const aboutOf = (named: Named, item: Audit): string => {
  const { about, shown, reason } = item;
  if (shown === 'everyone') return `${about ?? ''} (the whole centre)`.trim();
  if (shown !== undefined) return `a list of ${String(shown.length)}`;
  return [aboutName(named, item), reason].filter((part) => part !== undefined).join(', ');
};

/**
 * Lines of an audit as people read them, in the order given. A look that was refused has shown nothing, and says so in
 * place of the line that notes the refusal; that line stays where its look is not among them.
 */
export const looksOf = (items: readonly Audit[], named: Named, nameOf: NameOf): Look[] => {
  const refused = new Map(
    items.flatMap(({ action, about: look, reason }) =>
      action === REFUSED && look !== undefined ? [[look, reason ?? '']] : [],
    ),
  );
  const ids = new Set(items.map(({ audit }) => audit));
  return items
    .filter(({ action, about }) => action !== REFUSED || about === undefined || !ids.has(about))
    .map((item): Look => {
      const why = refused.get(item.audit);
      const isRefusal = why !== undefined || item.action === REFUSED;
      return {
        audit: item.audit,
        at: item.at,
        ...nameOf(item.actor),
        account: item.actor.account,
        did: isRefusal ? 'was refused' : isView(item.action) ? 'saw' : 'changed',
        action: item.action,
        about: [aboutOf(named, item), why].filter((part) => part !== undefined && part !== '').join(', '),
      };
    });
};
