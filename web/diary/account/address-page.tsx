import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../shared/api/call.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { send } from '../../shared/api/send.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { session } from '../../shared/session/session.ts';
import { addressWords as words } from '../../shared/words/en/address.ts';
import { AskAddress } from './ask-address.tsx';
import { ConfirmAddress } from './confirm-address.tsx';

type Addresses = Answer<'see-address'>;

const ofDiary = { params: { audience: 'diary' as const } };

/** The code of the mail's link, which is then taken out of the address bar and the history. */
function codeOfAddress(): string {
  const code = decodeURIComponent(window.location.hash.slice(1));
  if (code !== '') window.history.replaceState(null, '', window.location.pathname);
  return code;
}

/** Where the account's mails go, and changing that: a code to the new address first. */
export function AddressPage(): VNode {
  const [code] = useState(codeOfAddress);
  const [known, setKnown] = useState<Addresses | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [hasChanged, setChanged] = useState(false);
  const [isOther, setOther] = useState(false);
  const [round, setRound] = useState(newId);
  const read = async (): Promise<void> => {
    const outcome = await session.inTurn(() => send('see-address', ofDiary));
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (outcome.ok) setKnown(outcome.value);
  };
  const take = (next: Addresses): void => {
    setChanged(next.waiting === undefined);
    setOther(false);
    setRound(newId());
    setKnown(next);
  };
  useEffect(() => void read(), []);
  return (
    <Page title={words.title} back="/settings" narrow>
      <p>{words.intro}</p>
      {failure !== undefined && <Failed failure={failure} onRetry={() => void read()} />}
      {known === undefined && failure === undefined && <Waiting />}
      {hasChanged && (
        <Notice kind="success" live>
          <p>{words.changed}</p>
        </Notice>
      )}
      {known !== undefined && (
        <>
          <SummaryList
            rows={[[words.now, known.email === undefined ? words.none : <bdi>{known.email}</bdi>]]}
          />
          {known.waiting === undefined || isOther ? (
            <AskAddress key={round} mutationId={round} onAsked={take} />
          ) : (
            <>
              <ConfirmAddress
                key={round}
                mutationId={round}
                code={code}
                waiting={known.waiting}
                onDone={take}
              />
              <p>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    setOther(true);
                  }}
                >
                  {words.again}
                </button>
              </p>
            </>
          )}
        </>
      )}
    </Page>
  );
}
