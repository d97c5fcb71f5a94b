import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { ScannedPack } from '#domain/gs1/read-pack.ts';
import { announce } from '../components/announce.ts';
import { lazy } from '../router/lazy.tsx';
import { scanWords as words } from '../words/en/scan.ts';
import type { KnownBox, ScannedBox } from './known-box.ts';

const ScanPanel = lazy(() => import('./scan-panel.tsx').then((module) => module.ScanPanel));
const WhichBox = lazy(() => import('./which-box.tsx').then((module) => module.WhichBox));

interface Props {
  readonly products: readonly ListedProduct[];
  /** What a product number stood for before. */
  readonly known: (gtin: string) => KnownBox | undefined;
  /** Offered first where nobody has said yet what a number stands for. */
  readonly likely: readonly KnownBox[];
  /** Fills the form. */
  readonly onBox: (box: ScannedBox) => Filled;
}

/** What came of a scan. */
export interface Filled {
  readonly said: string;
  /** The field that is still to be filled in. */
  readonly next?: string | undefined;
}

/** The button that opens the scanner, and what came of it. The decoder is loaded only then. */
export function ScanButton({ products, known, likely, onBox }: Props): VNode {
  const [at, setAt] = useState<'closed' | 'looking' | ScannedPack>('closed');
  const [filled, setFilled] = useState<Filled>();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The camera took the focus with it: on to what is missing, else back to where it came from.
    const next = filled?.next === undefined ? null : document.getElementById(filled.next);
    if (at === 'closed' && wasOpen.current) (next ?? button.current)?.focus();
    wasOpen.current = at !== 'closed';
  }, [at]);
  const fill = (pack: ScannedPack, box: KnownBox): void => {
    const done = onBox({ pack, ...box });
    setFilled(done);
    announce(done.said);
    setAt('closed');
  };
  const close = (): void => {
    setAt('closed');
  };
  if (at === 'looking') {
    const take = (pack: ScannedPack): void => {
      const box = known(pack.gtin);
      if (box === undefined) setAt(pack);
      else fill(pack, box);
    };
    return <ScanPanel onPack={take} onClose={close} />;
  }
  if (at !== 'closed') {
    const answer = (box: KnownBox): void => {
      fill(at, box);
    };
    return <WhichBox products={products} likely={likely} onBox={answer} onClose={close} />;
  }
  return (
    <div class="scan-act">
      <button
        ref={button}
        type="button"
        class="button button-second"
        onClick={() => {
          setFilled(undefined);
          setAt('looking');
        }}
      >
        {words.open}
      </button>
      {filled !== undefined && <p class="hint">{filled.said}</p>}
    </div>
  );
}
