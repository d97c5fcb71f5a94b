import type { VNode } from 'preact';
import { Submit } from '../forms/submit.tsx';
import { stockWords as words } from '../words/en/stock.ts';

interface Props {
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** Below every form of the stock. */
export function StockButtons({ busy, onCancel }: Props): VNode {
  return (
    <div class="buttons">
      <Submit form={{ busy }}>{words.save}</Submit>
      <button type="button" class="button button-quiet" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
