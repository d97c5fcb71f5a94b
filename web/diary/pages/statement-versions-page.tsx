import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me, StatementVersion } from '#contracts/diary.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { send } from '../../shared/api/send.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { session } from '../../shared/session/session.ts';
import { statementWords as words } from '../../shared/words/en/statement.ts';
import { person } from '../state/me.ts';

type Answered = Me['statement'];

/** What somebody who is signed in answered to one version. */
function YourAnswer({ version, mine }: { readonly version: number; readonly mine: Answered }): VNode {
  const answers = (mine.answers ?? []).filter((one) => one.version === version);
  if (answers.length === 0)
    return <p class="quiet">{version === mine.agreed ? words.agreedThen : words.notAnswered}</p>;
  return (
    <>
      {answers.map(({ agreed, at }) => (
        <p key={at}>
          <strong>
            {agreed ? words.agreedOn(dayWords.instant(at)) : words.refusedOn(dayWords.instant(at))}
          </strong>
        </p>
      ))}
    </>
  );
}

function Version({
  one,
  mine,
}: {
  readonly one: StatementVersion;
  readonly mine: Answered | undefined;
}): VNode {
  return (
    <li>
      <h2>{words.version(one.version, dayWords.middle(one.publishedOn))}</h2>
      {mine?.current === one.version && <p>{words.inForce}</p>}
      {one.changes.trim() === '' ? (
        <p>{words.first}</p>
      ) : (
        <p lang="en-GB" dir="ltr">
          {one.changes}
        </p>
      )}
      {mine !== undefined && <YourAnswer version={one.version} mine={mine} />}
    </li>
  );
}

/** Which versions of the statement there were; for who is signed in, what they agreed to and when. */
export function StatementVersionsPage(): VNode {
  const [outcome, setOutcome] = useState<Outcome<{ readonly items: readonly StatementVersion[] }>>();
  const isIn = session.state.value === 'signed-in';
  const mine = isIn ? person.me.value?.statement : undefined;
  const read = async (): Promise<void> => {
    setOutcome(undefined);
    setOutcome(await send('list-statements', {}));
  };
  useEffect(() => void read(), []);
  useEffect(() => {
    // The page opens without a session, too: then nobody has read who is signed in.
    if (isIn && person.me.peek() === undefined) void person.load();
  }, [isIn]);
  return (
    <Page title={words.versionsTitle} back="/statement" narrow>
      <p>{words.versionsIntro}</p>
      {outcome === undefined && <Waiting />}
      {outcome?.ok === false && <Failed failure={outcome.failure} onRetry={() => void read()} />}
      {outcome?.ok === true && (
        <ul class="bare">
          {outcome.value.items.map((one) => (
            <Version key={one.version} one={one} mine={mine} />
          ))}
        </ul>
      )}
    </Page>
  );
}
