import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../../shared/components/notice.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { diaryAddress } from '../model/diary-address.ts';
import { dayText, today } from './day-text.ts';
import { staff } from './staff.ts';

const words = centreAccounts.letter;

export interface Letter {
  readonly code: string;
  readonly expiresAt: string;
  readonly name: string;
}

/** The letter with the code. It says nothing of the disorder: others may open it. */
export function InvitationLetter({
  letter,
  back,
}: {
  readonly letter: Letter;
  readonly back: string;
}): VNode {
  const centre = staff.me.value?.centre;
  const address = diaryAddress(window.location);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    top.current?.focus();
  }, []);
  return (
    <section aria-labelledby="letter-title">
      <div class="no-print">
        <h2 id="letter-title" tabIndex={-1} ref={top}>
          {words.title}
        </h2>
        <Notice kind="warning">
          <p>{words.once}</p>
        </Notice>
        <div class="buttons">
          <button
            type="button"
            class="button"
            onClick={() => {
              window.print();
            }}
          >
            {words.print}
          </button>
          <button
            type="button"
            class="button button-second"
            onClick={() => {
              goWith(back, words.made(dayText(letter.expiresAt)));
            }}
          >
            {words.done}
          </button>
        </div>
      </div>
      <div class="letter">
        <p class="lines letter-from">
          {centre?.name}
          {'\n'}
          {centre?.address}
        </p>
        <p>{dayText(today())}</p>
        <p>{words.dear(letter.name)}</p>
        <p>{words.you}</p>
        <ol>
          <li>
            {address === undefined ? words.step1Unknown : words.step1} <strong>{address}</strong>
          </li>
          <li>
            {words.step2} <strong class="letter-code">{letter.code}</strong>
          </li>
          <li>{words.step3}</li>
        </ol>
        <p>{words.until(dayText(letter.expiresAt))}</p>
        <p>{words.keep}</p>
        <p>{words.help(centre?.phone ?? '')}</p>
        <p>{words.from(centre?.name ?? '')}</p>
      </div>
    </section>
  );
}
