import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../api/call.ts';
import type { Failure } from '../api/failure.ts';
import { send } from '../api/send.ts';
import { Failed } from '../components/failed.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Waiting } from '../components/waiting.tsx';
import { dayWords } from '../dates/day-words.ts';
import { deviceWords as words } from '../words/en/devices.ts';
import { session } from './session.ts';
import { useProof } from './use-proof.tsx';

type Devices = Answer<'list-devices'>;
type Device = Devices['items'][number];

const nameOf = ({ browser, system }: Pick<Device, 'browser' | 'system'>): string =>
  words.device(words.browser[browser], words.system[system]);

function OneDevice({ device, onEnd }: { readonly device: Device; readonly onEnd: () => void }): VNode {
  return (
    <li>
      <h2>{nameOf(device)}</h2>
      {device.current && <p>{words.here}</p>}
      <SummaryList
        rows={[
          [words.since, dayWords.instant(device.since)],
          [words.lastUsed, dayWords.instant(device.lastUsedAt)],
        ]}
      />
      {!device.current && (
        <button
          type="button"
          class="button button-second"
          aria-label={words.endNamed(nameOf(device))}
          onClick={onEnd}
        >
          {words.end}
        </button>
      )}
    </li>
  );
}

function Events({ events }: Pick<Devices, 'events'>): VNode {
  return (
    <>
      <h2>{words.eventsTitle}</h2>
      <SummaryList
        rows={events.map(({ at, what, refusedBefore, ...device }) => [
          dayWords.instant(at),
          <span key={at}>
            {words.happened(words.event[what], nameOf(device))}
            {refusedBefore !== undefined && <> ({words.refusedBefore(refusedBefore)})</>}
          </span>,
        ])}
      />
    </>
  );
}

interface Props {
  readonly back?: string;
  /** What a site adds, such as what its devices keep. */
  readonly children?: ComponentChildren;
  /** Leaves this device after it was signed out with all others, for a site that keeps something on it. */
  readonly leave?: () => Promise<void>;
}

/** Where the account is signed in, how to end that, and what happened to it lately. */
export function DevicesPage({ back = '/', children, leave }: Props): VNode {
  const [devices, setDevices] = useState<Devices | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [hasEnded, setEnded] = useState(false);
  const params = { audience: session.audience() };
  const { withProof, box } = useProof();
  const read = async (): Promise<void> => {
    const outcome = await session.inTurn(() => send('list-devices', { params }));
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (outcome.ok) setDevices(outcome.value);
  };
  const end = async (id: string): Promise<void> => {
    const outcome = await withProof((body) =>
      session.inTurn(() => send('end-device', { params: { ...params, id }, body })),
    );
    if (outcome === undefined) return;
    setEnded(outcome.ok);
    if (outcome.ok) await read();
    else setFailure(outcome.failure);
  };
  const endEverywhere = async (): Promise<void> => {
    if (!window.confirm(words.endAllSure)) return;
    const outcome = await withProof((body) =>
      session.inTurn(() => send('end-all-devices', { params, body })),
    );
    if (outcome?.ok === false) setFailure(outcome.failure);
    else if (outcome !== undefined && leave !== undefined) await leave();
    else if (outcome !== undefined) session.leave();
  };
  useEffect(() => void read(), []);
  return (
    <Page title={words.title} back={back} narrow>
      <p>{words.intro}</p>
      {hasEnded && (
        <Notice kind="success" live>
          <p>{words.ended}</p>
        </Notice>
      )}
      {box}
      {failure !== undefined && <Failed failure={failure} onRetry={() => void read()} />}
      {devices === undefined ? (
        failure === undefined && <Waiting />
      ) : (
        <>
          {devices.refusedSince > 0 && (
            <Notice kind="warning">
              <p>{words.refusedSince(devices.refusedSince)}</p>
            </Notice>
          )}
          <ul class="bare">
            {devices.items.map((device) => (
              <OneDevice key={device.id} device={device} onEnd={() => void end(device.id)} />
            ))}
          </ul>
          <p>
            <a class="link" href="/password">
              {words.passwordTitle}
            </a>
          </p>
          <h2>{words.endAll}</h2>
          <p>{words.endAllText}</p>
          <button type="button" class="button button-second" onClick={() => void endEverywhere()}>
            {words.endAll}
          </button>
          {children}
          <Events events={devices.events} />
        </>
      )}
    </Page>
  );
}
