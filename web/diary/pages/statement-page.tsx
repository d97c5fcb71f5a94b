import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Statement } from '#contracts/diary.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { send } from '../../shared/api/send.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { statementWords as words } from '../../shared/words/en/statement.ts';
import { StatementAnswer } from '../account/statement-answer.tsx';
import { StatementText } from '../account/statement-text.tsx';

interface Props {
  /** The signed-in person has to answer before going on. */
  readonly isAsked?: boolean;
}

/** The privacy statement in force, for anyone; with the question under it where it has to be answered. */
export function StatementPage({ isAsked = false }: Props): VNode {
  const [outcome, setOutcome] = useState<Outcome<Statement> | undefined>(undefined);
  const read = async (): Promise<void> => {
    setOutcome(undefined);
    setOutcome(await send('get-statement', {}));
  };
  useEffect(() => void read(), []);
  return (
    <Page title={isAsked ? words.askTitle : words.title} {...(isAsked ? {} : { back: '/' })} narrow>
      {isAsked && <p>{words.ask}</p>}
      {outcome === undefined && <Waiting />}
      {outcome?.ok === false && <Failed failure={outcome.failure} onRetry={() => void read()} />}
      {outcome?.ok === true && <StatementText statement={outcome.value} />}
      {!isAsked && (
        <p class="no-print">
          <a href="/statement/versions">{words.versionsTitle}</a>
        </p>
      )}
      {outcome?.ok === true && isAsked && <StatementAnswer version={outcome.value.version} />}
    </Page>
  );
}
