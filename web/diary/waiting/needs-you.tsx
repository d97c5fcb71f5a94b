import type { VNode } from 'preact';
import { focusHeading } from '../../shared/components/focus-heading.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { stockQuestion } from '../../shared/words/en/stock.ts';
import { questionText } from '../../shared/words/en/treatment.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { ClosedSince } from './closed-since.tsx';
import { Conflict } from './conflict.tsx';
import { PlanConflict } from './plan-conflict.tsx';

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The buttons go with the question: what comes next is said by the page. */
async function sendAgain(item: Item): Promise<void> {
  await outbox.change(item);
  focusHeading();
}

/** The questions that came back after the form was closed: passed here, or the entry is changed. */
function LateQuestions({ item }: { readonly item: Item }): VNode {
  const codes = [...new Set((item.failure?.questions ?? []).map(({ reason }) => reason))];
  const pass = (): void => {
    const passed = [...new Set([...textsIn(item.body['passed']), ...codes])];
    // Another body is another act: the server would take the same id for the one it has asked about.
    const body = { ...item.body, passed, mutationId: crypto.randomUUID() };
    void sendAgain({ ...item, body, again: item.again === true });
  };
  return (
    <>
      {codes.includes('plan-changed') && <PlanConflict item={item} />}
      <ul>
        {codes.map((code) => (
          <li key={code}>{code === 'counted-since' ? stockQuestion(code) : questionText(code)}</li>
        ))}
      </ul>
      <p>
        <button type="button" class="button" onClick={pass}>
          {words.isRight}
        </button>
      </p>
    </>
  );
}

/** What a person decides about an act that the server would not take as it is. */
export function NeedsYou({ item }: { readonly item: Item }): VNode | null {
  switch (item.failure?.code) {
    case 'question':
      return <LateQuestions item={item} />;
    case 'stale':
      return <Conflict item={item} />;
    case 'not-now':
      return <ClosedSince item={item} />;
    case 'consent-needed':
    case 'not-found':
    case 'not-allowed':
      return (
        <p>
          <button type="button" class="button button-second" onClick={() => void sendAgain(item)}>
            {words.tryAgain}
          </button>
        </p>
      );
    default:
      return null;
  }
}
