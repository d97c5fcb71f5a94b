import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { router } from '../../shared/router/router.ts';
import { statementWords as words } from '../../shared/words/en/statement.ts';
import { person } from '../state/me.ts';

/** Two equal buttons: agreeing is not made easier than refusing. */
export function StatementAnswer({ version }: { readonly version: number }): VNode {
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const answer = (agreed: boolean) => async (): Promise<void> => {
    setFailure(undefined);
    const outcome = await api('answer-statement', { body: { mutationId: newId(), version, agreed } });
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    person.set(outcome.value);
    router.go(agreed ? '/' : '/refused');
  };
  return (
    <>
      {failure !== undefined && <Failed failure={failure} />}
      <div class="buttons statement-answer">
        <button type="button" class="button" onClick={() => void answer(true)()}>
          {words.agree}
        </button>
        <button type="button" class="button button-second" onClick={() => void answer(false)()}>
          {words.refuse}
        </button>
      </div>
    </>
  );
}
