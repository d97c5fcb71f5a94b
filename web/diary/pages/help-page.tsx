import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { helpWords as words } from '../../shared/words/en/help.ts';

const Texts = ({ texts }: { readonly texts: readonly string[] }): VNode => (
  <>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </>
);

/** What this is, how to get help, how to complain, and the accessibility statement; open to anyone. */
export function HelpPage(): VNode {
  const { what, help, complain, access } = words;
  return (
    <Page title={words.title} back="/" narrow>
      <h2>{words.emergency}</h2>
      <p>
        {words.emergencyText} <a href="/emergency">{diaryWords.emergencyLink}</a>
      </p>
      <h2>{what.title}</h2>
      <Texts texts={what.texts} />
      <h2>{help.title}</h2>
      <Texts texts={help.texts} />
      <p>
        {help.password} <a href="/reset">{help.passwordLink}</a>
      </p>
      <p>{help.offline}</p>
      <h2>{complain.title}</h2>
      <p>{complain.centre}</p>
      <p>{complain.authority}</p>
      <p>
        <a href="https://ico.org.uk/make-a-complaint/" rel="noreferrer">
          {complain.link}
        </a>
      </p>
      <p>
        {complain.rights} <a href="/statement">{diaryWords.statementLink}</a>
      </p>
      <h2>{access.title}</h2>
      <Texts texts={access.texts} />
      <p>
        <a href="/display">{access.display}</a>
      </p>
      <p>{access.problem}</p>
      <p>{access.paper}</p>
    </Page>
  );
}
