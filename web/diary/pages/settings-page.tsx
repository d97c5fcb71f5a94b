import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Page } from '../../shared/components/page.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { commonWords } from '../../shared/words/en/common.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { displayWords } from '../../shared/words/en/display.ts';
import { settingsWords as words } from '../../shared/words/en/settings.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { DevicesSection } from '../account/devices.tsx';
import { KeptHere } from '../account/kept-here.tsx';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { RightsSection } from '../rights/rights-section.tsx';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { signOut } from '../state/sign-out.ts';

function CentreContact(): VNode | null {
  const centre = months.any.value?.centre;
  const month = months.shown.value;
  useEffect(() => {
    if (centre === undefined) void months.read(month);
  }, [month, centre]);
  if (centre === undefined) return null;
  return (
    <>
      <h2>{words.contact}</h2>
      <SummaryList
        rows={[
          [centre.name, ''],
          [words.phone, <PhoneLink key="phone" phone={centre.phone} />],
          [words.emergencyPhone, <PhoneLink key="emergency" phone={centre.emergencyPhone} />],
          [
            words.email,
            <a key="email" href={`mailto:${centre.email}`}>
              <bdi>{centre.email}</bdi>
            </a>,
          ],
        ]}
      />
    </>
  );
}

/** The account, its diaries, the centre's contacts, and what this is and is not. */
export function SettingsPage(): VNode {
  const me = person.me.value;
  return (
    <Page title={words.title} back="/" narrow>
      <h2>{words.account}</h2>
      <SummaryList rows={[[words.username, me?.username]]} />
      <h2>{words.diaries}</h2>
      <ul>
        {(me?.diaries ?? []).map((link) => (
          <li key={`${link.centre}/${link.patient}`}>
            <bdi>{link.firstName}</bdi> ({vocabularyWords.relation[link.relation]}),{' '}
            {words.recordedAt(link.centreName)}: {link.mayRecord ? words.mayRecord : words.mayRead}
          </li>
        ))}
      </ul>
      <h2>{words.onPaper}</h2>
      <ul>
        <li>
          <a href="/card">{words.card}</a>
        </li>
        <li>
          <a href="/paper">{words.paper}</a>
        </li>
      </ul>
      <CentreContact />
      <KeptHere />
      <RightsSection />
      <DevicesSection />
      <h2>{displayWords.title}</h2>
      <p>
        {displayWords.intro} <a href="/display">{displayWords.title}</a>
      </p>
      <h2>{words.about}</h2>
      {words.aboutTexts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a href="/statement">{diaryWords.statementLink}</a>
      </p>
      <p>
        <button type="button" class="button button-second" onClick={() => void signOut()}>
          {commonWords.signOut}
        </button>
      </p>
    </Page>
  );
}
