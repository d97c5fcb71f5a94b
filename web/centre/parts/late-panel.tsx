import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LateAct, LateItem } from '#contracts/late.ts';
import type { SyncAct } from '#contracts/sync.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { centreLate as words } from '../../shared/words/en/centre-late.ts';
import { amountText } from '../model/entry-text.ts';
import { dayText, momentText } from './day-text.ts';
import { Panel } from './panel.tsx';
import { ReasonAct } from './reason-act.tsx';
import { staff } from './staff.ts';

const batchesOf = (made: Extract<SyncAct, { kind: 'treatment' }>): string =>
  made.body.containers.flatMap(({ batch }) => (batch.kind === 'known' ? [batch.number] : [])).join(', ');

function saidOf(made: LateAct): string {
  const kind = words.kinds[made.kind];
  switch (made.kind) {
    case 'treatment': {
      const { amount, when } = made.body;
      const given = words.amount(amountText(amount.value, amount.unit), batchesOf(made));
      return words.line(`${kind}: ${given}`, `${dayText(when.local.slice(0, 10))}, ${when.local.slice(11)}`);
    }
    case 'bleed':
      return words.line(kind, dayText(made.body.startedAt.local.slice(0, 10)));
    case 'not-taken':
    case 'confirmation':
      return words.line(kind, `${dayText(made.body.from)} – ${dayText(made.body.to)}`);
    case 'photo':
      return kind;
    case 'void':
      return words.line(kind, made.body.reason);
    case 'delivered':
    case 'counted': {
      const count = made.body.lines.reduce((sum, line) => sum + line.count, 0);
      return words.line(`${kind}: ${words.boxes(count)}`, dayText(made.body.on));
    }
    case 'wasted':
      return words.line(`${kind}: ${words.boxes(made.body.count)}`, dayText(made.body.on));
    case 'warmed':
    case 'taken-back':
      return words.line(kind, dayText(made.body.on));
  }
}

function Late({ patient, item }: { readonly patient: string; readonly item: LateItem }): VNode {
  const act =
    (decision: 'take-in' | 'discard') =>
    (given: { mutationId: string; reason: string }, passed: string[]) => ({
      params: { p: patient, id: item.id },
      body: { ...given, passed, decision },
    });
  const to = `/patients/${patient}`;
  return (
    <li>
      <p>
        <strong>{saidOf(item.made)}</strong>
      </p>
      <p class="quiet">{words.from(item.by, momentText(item.madeAt), momentText(item.receivedAt))}</p>
      {staff.may('decide-late') && (
        <>
          <ReasonAct
            said={words.takeIn}
            field={`take-${item.id}`}
            act="decide-late"
            call={act('take-in')}
            to={to}
          />
          <ReasonAct
            said={words.discard}
            field={`discard-${item.id}`}
            act="decide-late"
            call={act('discard')}
            to={to}
          />
        </>
      )}
    </li>
  );
}

function LateList({ patient }: { readonly patient: string }): VNode | null {
  const { value } = useCall('list-late', { params: { p: patient } });
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The worklist leads here: past everything else on the page.
    if (new URLSearchParams(window.location.search).has('late')) list.current?.focus();
  }, [value]);
  if (value === undefined || value.items.length === 0) return null;
  return (
    <Panel id="late" title={words.title}>
      <p>{words.intro}</p>
      <ul ref={list} tabIndex={-1} aria-labelledby="late-title">
        {value.items.map((item) => (
          <Late key={item.id} patient={patient} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

/** What arrived after its sender's link or the consent had ended and waits for a decision; nothing where nothing does. */
export function LatePanel({ patient }: { readonly patient: string }): VNode | null {
  return staff.may('list-late') ? <LateList patient={patient} /> : null;
}
