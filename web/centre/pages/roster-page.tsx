import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/api.ts';
import { announce } from '../../shared/components/announce.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { RosterTable } from '../parts/roster-table.tsx';
import { staff } from '../parts/staff.ts';

const words = centreLists.roster;
const searchId = 'roster-search';

/** Typing pauses this long before the roster is asked. */
const restMs = 250;

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setRested(text);
    }, restMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  return rested;
}

/** `/` goes to the search, unless something is being typed elsewhere. */
function useSlash(): void {
  useEffect(() => {
    const toSearch = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      document.getElementById(searchId)?.focus();
    };
    document.addEventListener('keydown', toSearch);
    return () => {
      document.removeEventListener('keydown', toSearch);
    };
  }, []);
}

/** The centre's patients by family name, with a search for its first letters. */
export function RosterPage(): VNode {
  const [typed, setTyped] = useState('');
  const name = useRested(typed.trim());
  const list = usePaged(
    (cursor) =>
      api('list-patients', {
        body: { ...(cursor === undefined ? {} : { cursor }), ...(name === '' ? {} : { name }) },
      }),
    name,
  );
  const { items } = list;
  useSlash();
  useEffect(() => {
    if (name !== '' && items !== undefined) announce(words.found(items.length, list.more));
  }, [items]);
  return (
    <Page title={words.title}>
      <Flash />
      <div class="bar">
        <TextField
          id={searchId}
          type="search"
          label={words.search}
          hint={words.searchHint}
          value={typed}
          onValue={setTyped}
          width={20}
          maxLength={60}
        />
        {staff.may('put-patient') && (
          <a class="button" href="/patients/new">
            {words.enrol}
          </a>
        )}
      </div>
      {items === undefined &&
        (list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />)}
      {items?.length === 0 && (
        <Empty>
          <p>{name === '' ? words.empty : words.noMatch(name)}</p>
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <>
          <p class="quiet">{words.found(items.length, list.more)}</p>
          <RosterTable rows={items} />
          <MoreRows list={list} />
        </>
      )}
    </Page>
  );
}
