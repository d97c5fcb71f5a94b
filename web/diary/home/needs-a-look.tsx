import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { focusHeading } from '../../shared/components/focus-heading.ts';
import { More } from '../../shared/components/more.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { batchWords as words } from '../../shared/words/en/batch.ts';
import { recorder } from '../../shared/words/en/entry.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';

const BatchSheet = lazy(() => import('../treatment/batch-sheet.tsx').then((module) => module.BatchSheet));

type View = OpenDiary['view'];
type Missing = NonNullable<View['batchesMissing']>[number];
type Twins = NonNullable<View['twins']>[number];

const place = 'haemdiary-both-right';
const MOST_KEPT = 50;
const answered = (): string[] => JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
const keyOf = ({ entries }: Twins): string => entries.map(({ id }) => id).join('/');

/** Entries whose batch is still to be completed, each in a sheet of its own. */
function MissingBatches({ link, view }: OpenDiary): VNode | null {
  const [open, setOpen] = useState<Missing | undefined>(undefined);
  const missing = view.batchesMissing ?? [];
  if (missing.length === 0) return null;
  return (
    <section>
      <More summary={words.toComplete(missing.length)}>
        <ul class="entries">
          {missing.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                class="link"
                aria-haspopup="dialog"
                onClick={() => {
                  setOpen(one);
                }}
              >
                {words.completeOne(dayWords.short(one.day), one.productName)}
              </button>
            </li>
          ))}
        </ul>
      </More>
      {open !== undefined && (
        <BatchSheet
          link={link}
          view={view}
          of={open}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}

/** Two people's entries for what may be one dose: both see it, and either may remove one or say that both are right. */
function TwinsNotice({ view }: { readonly view: View }): VNode {
  const [right, setRight] = useState(answered);
  const asked = (view.twins ?? []).filter((pair) => !right.includes(keyOf(pair)));
  return (
    <>
      {asked.map((pair) => (
        <Notice
          key={keyOf(pair)}
          kind="warning"
          title={words.twins(dayWords.short(pair.day), pair.productName)}
        >
          <ul>
            {pair.entries.map(({ id, month, time, recordedBy }) => (
              <li key={id}>
                {words.twin(time, recorder(recordedBy))}{' '}
                <a href={`/remove/${month}/${id}`}>{words.twinRemove(time)}</a>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="button button-second"
            onClick={() => {
              const next = [...answered(), keyOf(pair)].slice(-MOST_KEPT);
              localStorage.setItem(place, JSON.stringify(next));
              setRight(next);
              focusHeading();
            }}
          >
            {words.twinsRight}
          </button>
        </Notice>
      ))}
    </>
  );
}

/** What somebody should look at again: a dose written down twice, and batches to complete. */
export function NeedsALook({ link, view }: OpenDiary): VNode | null {
  if (!mayRecordIn({ link, view })) return null;
  return (
    <>
      <TwinsNotice view={view} />
      <MissingBatches link={link} view={view} />
    </>
  );
}
