import type { VNode } from 'preact';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { Page } from '../../shared/components/page.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { exportWords as words } from '../../shared/words/en/export.ts';
import { ExportForm } from '../export/export-form.tsx';
import { person } from '../state/me.ts';

/** A period of the diary as a file; possible even without agreeing to the statement. */
export function ExportPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={words.title} back="/" narrow>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <DiaryChooser open={link} />
          <p>{words.text}</p>
          <ExportForm key={`${link.centre}/${link.patient}`} link={link} />
        </>
      )}
    </Page>
  );
}
