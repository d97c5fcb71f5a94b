import type { VNode } from 'preact';
import { failure, type Failure } from '../api/failure.ts';
import { commonWords } from '../words/en/common.ts';
import { failureWords } from '../words/en/problems.ts';

export interface FailureProps {
  readonly failure?: Failure;
  readonly code?: Failure['code'];
  readonly onRetry?: () => void;
}

/** What went wrong while reading something, in words, with a way to try again. */
export function FailureNotice({ failure: given, code = 'broken', onRetry }: FailureProps): VNode {
  return (
    <div class="notice notice-warning" role="alert">
      <p>{failureWords(given ?? failure(code))}</p>
      {onRetry !== undefined && (
        <button type="button" class="button button-second" onClick={onRetry}>
          {commonWords.tryAgain}
        </button>
      )}
    </div>
  );
}
