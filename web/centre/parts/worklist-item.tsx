import type { ComponentChildren, VNode } from 'preact';
import type { WorklistRow } from '#contracts/centre.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreHandover } from '../../shared/words/en/centre-handover.ts';
import { centreLate } from '../../shared/words/en/centre-late.ts';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { centreRequests } from '../../shared/words/en/centre-requests.ts';
import { withheldPage } from '../model/withheld-page.ts';
import { dayText } from './day-text.ts';
import { staff } from './staff.ts';
import { StageTag } from './status-tag.tsx';

const words = centreLists.worklist;
type Row<K extends WorklistRow['kind']> = Extract<WorklistRow, { kind: K }>;

interface Act {
  readonly href: string;
  readonly label: string;
  /** Tells two equal buttons apart for those who hear them one by one. */
  readonly full: string;
}

interface Shown {
  readonly tag: VNode;
  readonly name: ComponentChildren;
  readonly text: readonly string[];
  readonly phone?: string | undefined;
  readonly acts: readonly Act[];
}

const present = (texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

function recording(row: Row<'recording'>): Shown {
  const at = `/patients/${row.patient}`;
  const contact = { href: `${at}/contact`, label: words.contact, full: words.contactFor(row.name) };
  const decide = { href: `${at}/delivery`, label: words.decide, full: words.decideFor(row.name) };
  return {
    tag: <StageTag stage={row.stage} />,
    name: row.name,
    text: present([
      row.dueOn === undefined ? undefined : words.dueOn(dayText(row.dueOn)),
      words.tasks[row.task],
      row.contactedAt === undefined ? undefined : words.contacted(dayText(row.contactedAt)),
      row.delivery === 'none' ? words.noDelivery : words.delivery(centre.deliveries[row.delivery]),
    ]),
    phone: row.phone,
    acts: [
      ...(staff.may('note-contact') ? [contact] : []),
      ...(staff.may('put-delivery') && row.delivery !== 'none' ? [decide] : []),
    ],
  };
}

function link(row: Row<'link'>): Shown {
  const act = {
    href: `/patients/${row.patient}/accounts/${row.account}`,
    label: words.confirm,
    full: words.confirmFor(row.name),
  };
  return {
    tag: <Tag kind="attention">{words.kinds.link}</Tag>,
    name: row.name,
    text: [words.link(centre.relations[row.relation])],
    acts: staff.may('put-link') ? [act] : [],
  };
}

/** Something is withheld, and the day has come on which somebody wanted to look at that again. */
const review = (row: Row<'withheld'>): Shown => ({
  tag: <Tag kind="attention">{words.kinds.withheld}</Tag>,
  name: row.name,
  text: [words.withheld[row.what]],
  acts: staff.may('put-withheld')
    ? [
        {
          href: withheldPage(row.patient, row),
          label: words.review,
          full: words.reviewFor(row.name),
        },
      ]
    : [],
});

/** Whom a row is from, or that it is from somebody at home, and what they are to the patient. */
const fromWhom = ({ name, relation }: Pick<Row<'request'>, 'name' | 'relation'>) => ({
  name: name ?? centreRequests.someone,
  as: relation === undefined ? undefined : words.as(centre.relations[relation]),
});

/** Somebody waits for an answer. */
const request = (row: Row<'request'>): Shown => ({
  tag: <Tag kind="attention">{centreRequests.worklistKind}</Tag>,
  name: fromWhom(row).name,
  text: present([fromWhom(row).as, centreRequests.worklist[row.what]]),
  acts: staff.may('answer-request')
    ? [
        {
          href: `/patients/${row.patient}/requests/${row.about}`,
          label: centreRequests.open,
          full: centreRequests.openOf(centreRequests.kinds[row.what], fromWhom(row).name),
        },
      ]
    : [],
});

/** Somebody recorded it while they could; whether it becomes a part of the diary is the centre's word. */
const late = (row: Row<'late'>): Shown => ({
  tag: <Tag kind="attention">{centreLate.worklist.kind}</Tag>,
  name: centreRequests.someone,
  text: [centreLate.worklist.text(centreLate.kinds[row.what])],
  acts: staff.may('decide-late')
    ? [
        {
          href: `/patients/${row.patient}?late`,
          label: centreLate.worklist.open,
          full: centreLate.worklist.openOf(centreLate.kinds[row.what], dayText(row.since)),
        },
      ]
    : [],
});

/** A young person has reached the age; nothing has changed by itself. */
const handover = (row: Row<'handover'>): Shown => ({
  tag: <Tag kind="attention">{centreHandover.worklist.kind}</Tag>,
  name: row.name,
  text: [centreHandover.worklist.text(row.age)],
  acts: staff.may('decide-handover')
    ? [
        {
          href: `/patients/${row.patient}/handover`,
          label: centreHandover.worklist.open,
          full: centreHandover.worklist.openOf(row.name),
        },
      ]
    : [],
});

const aboutWords: Readonly<Record<string, string>> = words.returnedAbout;

const returned = (row: Row<'mail-returned'>): Shown => ({
  tag: <Tag kind="attention">{words.kinds['mail-returned']}</Tag>,
  name: row.patient === undefined ? words.someone : fromWhom(row).name,
  text: present([fromWhom(row).as, words.returned(aboutWords[row.about] ?? words.returnedOther)]),
  acts:
    row.patient !== undefined && staff.may('put-patient')
      ? [{ href: `/patients/${row.patient}/edit`, label: words.address, full: words.address }]
      : [],
});

const shown = (row: WorklistRow): Shown => {
  if (row.kind === 'recording') return recording(row);
  if (row.kind === 'link') return link(row);
  if (row.kind === 'request') return request(row);
  if (row.kind === 'withheld') return review(row);
  if (row.kind === 'late') return late(row);
  if (row.kind === 'handover') return handover(row);
  return returned(row);
};

/** One thing to do: who, what and since when, with its acts. */
export function WorklistItem({ row }: { readonly row: WorklistRow }): VNode {
  const { tag, name, text, phone, acts } = shown(row);
  const open = row.patient === undefined ? undefined : `/patients/${row.patient}`;
  return (
    <li>
      <div class="worklist-what">
        <h2>{open === undefined ? name : <a href={open}>{name}</a>}</h2>
        <p class="worklist-status">
          {tag} <span class="quiet">{words.since(dayText(row.since))}</span>
        </p>
      </div>
      <p class="worklist-text">
        {text.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
        {phone !== undefined && (
          <span>
            {words.phone} <PhoneLink phone={phone} />
          </span>
        )}
      </p>
      <div class="worklist-acts">
        {acts.map(({ href, label, full }) => (
          <a key={href} class="button button-second button-small" href={href} aria-label={full}>
            {label}
          </a>
        ))}
      </div>
    </li>
  );
}
