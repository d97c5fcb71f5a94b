import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportFormat } from '#contracts/export-formats.ts';
import type { Download } from '../../shared/api/call.ts';
import { saveFile } from '../../shared/api/save-file.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { exportWords as words } from '../../shared/words/en/export.ts';

/** A file that was made and is not saved yet. */
export interface Made {
  readonly file: Download;
  readonly format: ExportFormat;
  readonly from: string;
  readonly to: string;
}

/** What is in the file, before it leaves the page: from there on its safety is the person's. */
export function ReadyFile({ made }: { readonly made: Made }): VNode {
  const [isSaved, setIsSaved] = useState(false);
  const { file, format, from, to } = made;
  const { treatments, bleeds, others } = file.contents ?? {};
  return (
    <section class="panel">
      <h2>{words.ready}</h2>
      <SummaryList
        rows={[
          [words.readyDays, words.period(dayWords.middle(from), dayWords.middle(to))],
          [words.readyHolds, words.holds(treatments ?? 0, bleeds ?? 0, others ?? 0)],
          [words.readyKind, `${words.formats[format]}: ${words.formatHints[format]}`],
          [words.readyName, <bdi key="name">{file.fileName}</bdi>],
          [words.readySize, words.kilobytes(Math.ceil(file.blob.size / 1000))],
        ]}
      />
      <Notice kind="warning">
        <p>{words.safety}</p>
      </Notice>
      <button
        type="button"
        class="button"
        onClick={() => {
          saveFile(file);
          setIsSaved(true);
        }}
      >
        {words.save}
      </button>
      {isSaved && (
        <Notice kind="success" live>
          <p>{words.done}</p>
        </Notice>
      )}
    </section>
  );
}
