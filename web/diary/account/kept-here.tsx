import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { session } from '../../shared/session/session.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { hasCard } from '../card/kept-card.ts';
import { type KeptMonth, type KeptStock, readCopies, setMayKeep } from '../state/device/copies.ts';
import { keptPacks } from '../state/device/kept-packs.ts';
import { mayKeep } from '../state/device/may-keep.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';
import { install } from '../state/install.ts';
import { isInstalled } from '../state/is-installed.ts';
import { hasDrafts } from '../state/leave.ts';
import { person } from '../state/me.ts';
import { outbox } from '../state/outbox/outbox.ts';

const asOf = (iso: string): string => {
  const { day, time } = localNow(deviceZone(), Date.parse(iso));
  return dayWords.at(day, time);
};

interface Kept {
  readonly months: readonly KeptMonth[];
  readonly stocks: readonly KeptStock[];
  /** Whether it is kept what the codes of boxes stand for. */
  readonly codes: boolean;
}
const NOTHING: Kept = { months: [], stocks: [], codes: false };

/** The copies on this device, read when the page is drawn and again when the switch was moved. */
function useCopies(): { readonly kept: Kept; readonly look: () => Promise<void> } {
  const [kept, setKept] = useState(NOTHING);
  const look = async (): Promise<void> => {
    const account = session.account.peek();
    const found = account === undefined ? undefined : await readCopies(account);
    const codes = Object.keys(await keptPacks.read()).length > 0;
    setKept(found === undefined || found === 'locked' ? NOTHING : { ...found, codes });
  };
  useEffect(() => void look(), []);
  return { kept, look };
}

/** Whose boxes they are. */
const nameOf = ({ centre, patient }: KeptStock): string =>
  person.me.value?.diaries.find((link) => link.centre === centre && link.patient === patient)?.firstName ??
  '';

function Copies({ months, stocks, codes }: Kept): VNode {
  return (
    <>
      {months.map(({ place, view, at }) => (
        <li key={place}>{words.kept.month(view.firstName, dayWords.month(view.month), asOf(at))}</li>
      ))}
      {months.length === 0 && <li>{words.kept.noCopy}</li>}
      {stocks.map((stock) => (
        <li key={stock.place}>{words.kept.boxes(nameOf(stock), asOf(stock.at))}</li>
      ))}
      {codes && <li>{words.kept.codes}</li>}
      {hasCard() && <li>{words.kept.card}</li>}
    </>
  );
}

function Install(): VNode | null {
  if (isInstalled()) return null;
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
  const { kept, look } = useCopies();
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
      <p class="hint">{keeps ? words.kept.lock : words.kept.off}</p>
      <ul>
        <Copies {...kept} />
        <li>
          {words.kept.waiting(waiting)} {waiting > 0 && <a href="/waiting">{offlineWords.look(waiting)}</a>}
        </li>
        {hasDrafts() && <li>{words.kept.drafts}</li>}
        {emergencyNumbers.value !== undefined && <li>{words.kept.emergency}</li>}
        <li>{words.kept.settings}</li>
      </ul>
      <Install />
    </>
  );
}
