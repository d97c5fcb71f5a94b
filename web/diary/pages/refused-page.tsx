import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { rightsWords } from '../../shared/words/en/rights.ts';
import { statementWords as words } from '../../shared/words/en/statement.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { person } from '../state/me.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';

/** After a refusal: what stays possible, said without pressing anyone. */
export function RefusedPage(): VNode {
  const centres = [...new Set(person.me.value?.diaries.map(({ centreName }) => centreName))];
  const known = emergencyNumbers.value;
  return (
    <Page title={words.refusedTitle} narrow>
      <p>{words.refused}</p>
      <h2>{words.stillMay}</h2>
      <ul>
        <li>
          <a href="/">{words.readAgain}</a>
        </li>
        <li>
          <a href="/export">{words.export}</a>
        </li>
        <li>
          <a href="/requests">{rightsWords.requests.link}</a>
        </li>
        {centres.length === 0 && <li>{words.withdrawNoCentre}</li>}
        {centres.map((name) => (
          <li key={name}>
            {words.withdraw(name)}
            {known?.name === name && (
              <>
                : <PhoneLink phone={known.phone} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p>{words.paper}</p>
    </Page>
  );
}
