import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ScannedPack } from '#domain/gs1/read-pack.ts';
import { announce } from '../../shared/components/announce.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { scanWords as words } from '../../shared/words/en/scan.ts';
import { months } from '../state/months.ts';
import { knownPack } from './known-pack.ts';

const ScanPanel = lazy(() => import('./scan-panel.tsx').then((module) => module.ScanPanel));

interface Props {
  /** The product chosen in the form. */
  readonly productId: string;
  /** The strength is there where a box with this code was recorded before, of the chosen product. */
  readonly onBox: (pack: ScannedPack, strength: number | undefined) => void;
}

/** The button that opens the scanner, and what came of it. The decoder is loaded only then. */
export function ScanBox({ productId, onBox }: Props): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  const take = (pack: ScannedPack): void => {
    const known = knownPack(months.any.value, pack.gtin);
    onBox(pack, known?.productId === productId ? known.strength : undefined);
    const text = [
      pack.batch === undefined ? words.noBatch : words.filled,
      ...(known === undefined || known.productId === productId
        ? []
        : [words.otherProduct(known.productName)]),
    ].join(' ');
    setSaid(text);
    announce(text);
    setIsOpen(false);
  };
  if (isOpen)
    return (
      <ScanPanel
        today={localNow(deviceZone()).day}
        onPack={take}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    );
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {words.open}
      </button>
      {said !== '' && <p class="hint">{said}</p>}
    </>
  );
}
