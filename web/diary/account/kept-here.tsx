import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { session } from '../../shared/session/session.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { type KeptMonth, mayKeep, readCopies, setMayKeep } from '../state/device/copies.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';
import { install } from '../state/install.ts';
import { hasDrafts } from '../state/leave.ts';
import { outbox } from '../state/outbox/outbox.ts';

const asOf = (iso: string): string => {
  const { day, time } = localNow(deviceZone(), Date.parse(iso));
  return dayWords.at(day, time);
};

/** The copies on this device, read when the page is drawn and again when the switch was moved. */
function useCopies(): { readonly copies: readonly KeptMonth[]; readonly look: () => Promise<void> } {
  const [copies, setCopies] = useState<readonly KeptMonth[]>([]);
  const look = async (): Promise<void> => {
    const account = session.account.peek();
    const kept = account === undefined ? undefined : await readCopies(account);
    setCopies(kept === undefined || kept === 'locked' ? [] : kept.months);
  };
  useEffect(() => void look(), []);
  return { copies, look };
}

function Install(): VNode | null {
  if (install.isInstalled()) return null;
  return (
    <>
      <p>{words.kept.install}</p>
      {install.isOffered.value && (
        <p>
          <button type="button" class="button button-second" onClick={() => void install.ask()}>
            {words.kept.installButton}
          </button>
        </p>
      )}
    </>
  );
}

/** What this device keeps of the diary, said item by item, and the switch that ends it. */
export function KeptHere(): VNode {
  const [keeps, setKeeps] = useState(mayKeep);
  const { copies, look } = useCopies();
  const waiting = outbox.items.value.length;
  const move = async (may: boolean): Promise<void> => {
    setKeeps(may);
    const account = session.account.peek();
    if (account !== undefined) await setMayKeep(may, account);
    await look();
  };
  return (
    <>
      <h2>{words.kept.title}</h2>
      <Checkbox id="keep" label={words.kept.switch} checked={keeps} onChecked={(may) => void move(may)} />
      <p class="hint">{words.kept.lock}</p>
      <ul>
        {copies.map(({ place, view, at }) => (
          <li key={place}>{words.kept.month(view.firstName, dayWords.month(view.month), asOf(at))}</li>
        ))}
        {copies.length === 0 && <li>{words.kept.noCopy}</li>}
        <li>
          {words.kept.waiting(waiting)} {waiting > 0 && <a href="/waiting">{offlineWords.look}</a>}
        </li>
        {hasDrafts() && <li>{words.kept.drafts}</li>}
        {emergencyNumbers.value !== undefined && <li>{words.kept.emergency}</li>}
      </ul>
      <Install />
    </>
  );
}
