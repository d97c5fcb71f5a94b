import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { focusHeading } from '../../shared/components/focus-heading.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { heard } from '../../shared/api/server-clock.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { clock } from '../state/clock.ts';
import { person } from '../state/me.ts';

/** Asks about a device's clock that is more than ten minutes off; nothing where it is right, or was answered. */
export function ClockNotice(): VNode | null {
  const [keeps, setKeeps] = useState(false);
  const { ahead, usesOurs } = clock;
  const clocks = heard.value;
  if (ahead.value === undefined || clocks === undefined || usesOurs.value || keeps) return null;
  const at = (ms: number): string => localNow(deviceZone(), ms).time;
  return (
    <Notice kind="warning" title={words.clock.title}>
      <p>{words.clock.text(at(clocks.deviceMs), at(clocks.serverMs))}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            clock.useOurs();
            focusHeading();
          }}
        >
          {words.clock.useOurs}
        </button>
        <button type="button" class="button button-second" onClick={() => void person.load()}>
          {words.clock.fixed}
        </button>
        <button
          type="button"
          class="button button-second"
          onClick={() => {
            setKeeps(true);
            focusHeading();
          }}
        >
          {words.clock.isRight}
        </button>
      </div>
    </Notice>
  );
}
