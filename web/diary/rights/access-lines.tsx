import type { VNode } from 'preact';
import type { AccessLine } from '#contracts/rights.ts';
import { More } from '../../shared/components/more.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { accessLogWords as words } from '../../shared/words/en/access-log.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { differences } from './version-rows.ts';

const whoText = ({ kind, name, relation, job, centreName }: AccessLine['who']): string => {
  if (kind === 'staff' && job !== undefined) {
    if (name !== undefined) return words.staff(name, words.jobs[job]);
    return centreName === undefined ? words.jobAlone[job] : words.at(words.jobs[job], centreName);
  }
  if (kind === 'family' && name !== undefined && relation !== undefined)
    return words.familyMember(name, relation === 'self' ? words.self : vocabularyWords.relation[relation]);
  return kind === 'staff' ? words.registry : words[kind];
};

const didText = ({ did, actions }: AccessLine): string => {
  if (did === 'was-refused') return words.refused;
  const known: Readonly<Record<string, string>> = words.actions;
  const other = did === 'saw' ? words.otherSeen : words.other;
  return [...new Set(actions.map((action) => known[action] ?? other))].join('. ');
};

const whenText = ({ at, since }: AccessLine): string => {
  const to = dayWords.instant(at);
  if (since === undefined) return to;
  const from = dayWords.instant(since);
  return from === to ? to : words.between(from, to.slice(-5));
};

function Change({ change }: { readonly change: NonNullable<AccessLine['change']> }): VNode {
  return (
    <More summary={words.whatChanged}>
      {differences(change.before, change.after).map(([name, before, after]) => (
        <dl key={name} class="summary-list">
          <div>
            <dt>{name}</dt>
            <dd>
              {words.before}: {before === '' ? words.nothing : isolated(before)}
              <br />
              {words.after}: {after === '' ? words.nothing : isolated(after)}
            </dd>
          </div>
        </dl>
      ))}
      {change.noteChanged && <p>{words.noteChanged}</p>}
    </More>
  );
}

interface Props {
  readonly lines: readonly AccessLine[];
  /** Whether each leads to the history of its entry. */
  readonly toHistory?: boolean;
}

/** Lines of a diary's log: who, what and when, and what a correction changed. */
export function AccessLines({ lines, toHistory = false }: Props): VNode {
  return (
    <ul class="entries">
      {lines.map((line) => (
        <li key={line.id} class="entry">
          <p class="entry-title">{whoText(line.who)}</p>
          <p>{didText(line)}</p>
          <p class="quiet">{whenText(line)}</p>
          {line.change !== undefined && <Change change={line.change} />}
          {toHistory && line.entry !== undefined && (
            <p>
              <a class="link" href={`/history/${line.entry}`}>
                {words.historyTitle}
                <span class="visually-hidden">: {whenText(line)}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
