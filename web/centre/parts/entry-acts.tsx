import type { VNode } from 'preact';
import type { Entry } from '#contracts/entries.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { ActLink } from './act-link.tsx';

const words = centrePatient.month;

interface Props {
  readonly entry: Entry;
  /** The path of the entry's month. */
  readonly at: string;
  /** Tells two equal links apart for those who hear them one by one. */
  readonly about: string;
}

/** What can be done with an entry of a patient here. One that was taken out can still be withheld. */
export function EntryActs({ entry, at, about }: Props): VNode {
  const correctable = entry.kind === 'treatment' || entry.kind === 'bleed';
  return (
    <>
      {entry.voided === undefined && (
        <>
          {correctable && (
            <ActLink
              act="void-patient-entry"
              href={`${at}/${entry.id}`}
              label={words.correct}
              full={words.correctOf(about)}
            />
          )}
          <ActLink
            act="void-patient-entry"
            href={`${at}/${entry.id}/void`}
            label={words.void}
            full={words.voidOf(about)}
          />
        </>
      )}
      <ActLink
        act="put-withheld"
        href={`${at}/${entry.id}/withhold`}
        label={centreSharing.withheld.action}
        full={centreSharing.withheld.actionOf(about)}
      />
    </>
  );
}
