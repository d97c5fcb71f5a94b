import type { VNode } from 'preact';
import type { LogLine } from '#contracts/patient.ts';
import { api } from '../../shared/api/api.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { isDay } from '../../shared/dates/days.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreLog as words } from '../../shared/words/en/centre-log.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { withheldPage } from '../model/withheld-page.ts';
import { ActLink } from '../parts/act-link.tsx';
import { CellLabel } from '../parts/cell-label.tsx';
import { dayText, momentText } from '../parts/day-text.ts';
import { PatientAct } from '../parts/patient-act.tsx';

interface Props {
  readonly patient: string;
  /** The ids of the lines that are withheld from somebody. */
  readonly withheld: readonly string[];
}

const didText = ({ action, did }: LogLine): string => {
  const known: Readonly<Record<string, string>> = words.actions;
  if (did === 'was refused') return words.refused;
  return known[action] ?? (did === 'saw' ? words.otherSeen : words.other);
};

/** The job or relation in words; of another centre it comes with that centre's name, as `job of centre`. */
const asText = ({ as }: LogLine): string => {
  const known: Readonly<Record<string, string>> = { ...centre.jobs, ...centre.relations };
  const [, slug = '', where = ''] = /^([a-z-]+) of (.+)$/u.exec(as) ?? [];
  const job = known[slug];
  return job === undefined ? (known[as] ?? as) : words.jobAt(job, where);
};

/** A month and a stretch of days in words; anything else is an id, which is what a line is looked for by. */
function aboutText(about: string): string {
  const [from = '', to = ''] = about.split(' ')[0]?.split('/') ?? [];
  if (isDay(from) && isDay(to)) return words.days(dayText(from), dayText(to));
  return /^\d{4}-\d\d$/u.test(from) ? dayWords.month(from) : about;
}

function Row({ line, patient, withheld }: Props & { readonly line: LogLine }): VNode {
  const when = momentText(line.at);
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        <CellLabel>{words.columns.who}</CellLabel>
        {line.who} <span class="quiet">{asText(line)}</span>
      </td>
      <td>
        <CellLabel>{words.columns.did}</CellLabel>
        {didText(line)} <span class="quiet">{aboutText(line.about)}</span>
        {withheld.includes(line.audit) && <Tag>{centreSharing.withheld.tag}</Tag>}
      </td>
      <td>
        <ActLink
          act="put-withheld"
          href={withheldPage(patient, { what: 'log', about: line.audit, at: line.at })}
          label={centreSharing.withheld.action}
          full={centreSharing.withheld.actionOf(`${line.who}, ${when}`)}
        />
      </td>
    </tr>
  );
}

function Lines({ patient, withheld }: Props): VNode {
  const list = usePaged((cursor) => api('get-patient-log', { params: { p: patient }, query: { cursor } }));
  const { items } = list;
  if (items === undefined)
    return list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />;
  const { columns } = words;
  return (
    <>
      <table class="table table-cards">
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.did}</th>
            <th scope="col">
              <span class="visually-hidden">{columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Row key={line.audit} line={line} patient={patient} withheld={withheld} />
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </>
  );
}

/** Who saw and who changed a diary, newest first; a line can be withheld from people and centres of the diary. */
export function LogPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="get-patient-log" wide>
      {(patient) => (
        <>
          <p>{words.intro}</p>
          <Lines
            patient={patient.id}
            withheld={patient.withheld.filter(({ what }) => what === 'log').map(({ about }) => about)}
          />
        </>
      )}
    </PatientAct>
  );
}
