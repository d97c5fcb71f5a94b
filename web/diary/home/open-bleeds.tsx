import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dayWords } from '../../shared/dates/day-words.ts';
import { monthOf } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { MarkShape } from '../calendar/mark-shape.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';

const OverSheet = lazy(() => import('../bleed/over-sheet.tsx').then((module) => module.OverSheet));
const RepeatSheet = lazy(() => import('../treatment/repeat-sheet.tsx').then((module) => module.RepeatSheet));

type OpenBleed = OpenDiary['view']['openBleeds'][number];

/** One bleed that goes on: is it better, treat it again, or something else about it. */
function OneBleed({ link, view, bleed }: OpenDiary & { readonly bleed: OpenBleed }): VNode {
  const [open, setOpen] = useState<'over' | 'treat' | undefined>(undefined);
  const day = bleed.startedAt.local.slice(0, 10);
  const place = placeOfBleed(bleed);
  const last = view.lastTreatment;
  const close = (): void => {
    setOpen(undefined);
  };
  const show = (what: 'over' | 'treat', label: string): VNode => (
    <button
      type="button"
      class="button button-second"
      aria-haspopup="dialog"
      onClick={() => {
        setOpen(what);
      }}
    >
      {label}
      <span class="visually-hidden"> {place}</span>
    </button>
  );
  return (
    <li class="open-bleed">
      <p>
        <MarkShape mark="bleed" /> {words.openBleed(place, dayWords.short(day))}
      </p>
      {mayRecordIn({ link, view }) && (
        <>
          <p>{words.openBleedAsk}</p>
          <div class="buttons">
            {show('over', words.openBleedOver)}
            {last === undefined ? (
              <a class="button button-second" href={`/record?for=${bleed.id}`}>
                {words.openBleedTreat}
                <span class="visually-hidden"> {place}</span>
              </a>
            ) : (
              show('treat', words.openBleedTreat)
            )}
            <a class="link" href={`/bleeds/${monthOf(day)}/${bleed.id}`}>
              {words.openBleedUpdate}
              <span class="visually-hidden"> {place}</span>
            </a>
          </div>
        </>
      )}
      {open === 'over' && <OverSheet link={link} view={view} bleed={bleed} onClose={close} />}
      {open === 'treat' && last !== undefined && (
        <RepeatSheet link={link} view={view} last={last} bleed={bleed} onClose={close} onSaved={close} />
      )}
    </li>
  );
}

/** Bleeds that nobody has said are over, each asked about. */
export function OpenBleeds({ link, view }: OpenDiary): VNode | null {
  if (view.openBleeds.length === 0) return null;
  return (
    <section aria-label={words.openBleeds}>
      <p>{words.openBleeds}:</p>
      <ul class="entries">
        {view.openBleeds.map((bleed) => (
          <OneBleed key={bleed.id} link={link} view={view} bleed={bleed} />
        ))}
      </ul>
    </section>
  );
}
