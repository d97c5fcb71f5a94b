import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { explainRecording } from '../model/explain-recording.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';
import { StageTag } from './status-tag.tsx';

const words = centrePatient.recording;
/** More than these say nothing new; the diary below shows them all. */
const shownDoses = 4;

/** Where recording stands, and why. */
export function RecordingPanel({ patient }: { readonly patient: Patient }): VNode {
  const { recording } = patient;
  const { openDoses } = recording;
  const paused = recording.stage === 'paused';
  const pause = paused ? centrePatient.actions.endPause : centrePatient.actions.pause;
  return (
    <Panel
      id="recording"
      title={words.title}
      act={
        recording.stage !== 'stopped' && (
          <ActLink act="put-pause" href={`/patients/${patient.id}/pause`} label={pause} />
        )
      }
    >
      <p>
        <StageTag stage={recording.stage} />{' '}
        <span class="quiet">{words.since(dayText(recording.since))}</span>
      </p>
      <p>{explainRecording(recording, dayText).join(' ')}</p>
      {openDoses.length > 0 && (
        <p>
          {words.openDoses(openDoses.length)}{' '}
          {openDoses
            .slice(0, shownDoses)
            .map(({ day, productName }) => `${dayWords.short(day)} (${productName})`)
            .join(', ')}
          {openDoses.length > shownDoses && ` ${words.andMore(openDoses.length - shownDoses)}`}
        </p>
      )}
    </Panel>
  );
}
