import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import type { DiaryMonth } from '../model/diary-month.ts';
import { api } from '../../shared/api/api.ts';
import { failureWords } from '../../shared/words/en/problems.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';

const words = centrePatient.month;

interface OneProps {
  readonly patient: string;
  readonly bleed: string;
  readonly id: string;
  readonly n: number;
}

/** Shown when asked for, because the family's access log names every look. */
function OnePhoto({ patient: p, bleed, id, n }: OneProps): VNode {
  const [picture, setPicture] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const show = async (): Promise<void> => {
    const outcome = await api('get-patient-photo', { params: { p, id: bleed, photo: id } });
    if (outcome.ok) setPicture(`data:${outcome.value.contentType};base64,${outcome.value.data}`);
    else setWrong(failureWords(outcome.failure));
  };
  if (picture !== undefined) return <img class="entry-photo" src={picture} alt={words.photoIs(n)} />;
  return (
    <>
      <button type="button" class="link" onClick={() => void show()}>
        {words.photo(n)}
      </button>
      {wrong !== undefined && <span role="alert"> {wrong}</span>}
    </>
  );
}

interface Props {
  readonly patient: string;
  readonly entry: Entry;
  readonly view: Pick<DiaryMonth, 'photos'>;
}

/** The photos of a bleed on the centre's own page of the patient. */
export function PhotoButtons({ patient, entry, view }: Props): VNode | null {
  const photos = (view.photos ?? []).filter(({ bleed }) => bleed === entry.id);
  if (entry.kind !== 'bleed' || entry.voided !== undefined || photos.length === 0) return null;
  return (
    <p class="entry-photos">
      {photos.map(({ id }, index) => (
        <OnePhoto key={id} patient={patient} bleed={entry.id} id={id} n={index + 1} />
      ))}
    </p>
  );
}
