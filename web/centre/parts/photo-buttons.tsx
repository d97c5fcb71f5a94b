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

type Photos = NonNullable<DiaryMonth['photos']>;

/** The photos of a bleed that is in the diary still. */
export const photosOf = ({ photos }: Pick<DiaryMonth, 'photos'>, entry: Entry): Photos =>
  entry.kind === 'bleed' && entry.voided === undefined
    ? (photos ?? []).filter(({ bleed }) => bleed === entry.id)
    : [];

interface Props {
  readonly patient: string;
  readonly photos: Photos;
}

/** The photos of a bleed on the centre's own page of the patient, below it: as wide as what they show needs. */
export function PhotoButtons({ patient, photos }: Props): VNode {
  return (
    <div class="entry-photos">
      {photos.map(({ id, bleed }, index) => (
        <OnePhoto key={id} patient={patient} bleed={bleed} id={id} n={index + 1} />
      ))}
    </div>
  );
}
