import type { VNode } from 'preact';
import type { Answer } from '../../shared/api/call.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { registry } from '../../shared/words/en/registry.ts';

export type ReadCentre = Answer<'get-centre-for-registry'>;

interface Props {
  readonly id: string;
  readonly children: (centre: ReadCentre) => VNode;
}

/** Reads one centre for a page. */
export function WithCentre({ id, children }: Props): VNode {
  const reading = useCall('get-centre-for-registry', { params: { c: id } });
  if (reading.value !== undefined) return children(reading.value);
  return (
    <Page title={registry.centres.title} back="/">
      {reading.failure === undefined ? (
        <Waiting />
      ) : (
        <Failed failure={reading.failure} onRetry={() => void reading.again()} />
      )}
    </Page>
  );
}
