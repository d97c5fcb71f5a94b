import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { KnownBox } from '../../shared/scan/known-box.ts';
import { ScanButton } from '../../shared/scan/scan-button.tsx';
import { keptPacks } from '../state/device/kept-packs.ts';
import type { TreatmentValues } from '../treatment/treatment-values.ts';
import { fillFromBox } from './fill-from-box.ts';
import { knownBox, likelyBoxes } from './known-boxes.ts';

interface Props {
  readonly values: TreatmentValues;
  readonly set: (values: TreatmentValues) => void;
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
}

/** Fills a treatment from the code of a box: product, strength, batch, last day and serial. */
export function ScanBox({ values, set, view, products }: Props): VNode {
  const [kept, setKept] = useState<Readonly<Record<string, KnownBox>>>({});
  useEffect(() => {
    void keptPacks.read().then(setKept);
  }, []);
  return (
    <ScanButton
      products={products}
      known={(gtin) => knownBox(gtin, values, view, kept)}
      likely={likelyBoxes(values, view, products)}
      onBox={(box) => {
        const { values: filled, said, next } = fillFromBox(values, box, { view, products });
        set(filled);
        return { said, next };
      }}
    />
  );
}
