import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Bleed } from '#contracts/entries.ts';
import { PHOTO_MOST_OF_A_BLEED } from '#domain/photo.ts';
import { api } from '../../shared/api/api.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { failureWords } from '../../shared/words/en/problems.ts';
import { photoWords as words } from '../../shared/words/en/photo.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { months } from '../state/months.ts';
import { outbox, saveAct } from '../state/save-entry.ts';
import { PendingTag } from '../waiting/pending-tag.tsx';
import { shrinkPhoto } from './shrink-photo.ts';

interface Props extends OpenDiary {
  readonly entry: Bleed;
}

/** One photo: shown when asked for, because every look is in the access log. */
function OnePhoto({ link, entry, view, id, n }: Props & { readonly id: string; readonly n: number }): VNode {
  const [picture, setPicture] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const { centre, patient } = link;
  const waiting = outbox.items.value.find((item) => item.id === id && item.photo !== undefined)?.photo;
  useEffect(() => {
    if (waiting === undefined) return;
    // Still on this device: nobody need be asked for it.
    const url = URL.createObjectURL(waiting);
    setPicture(url);
    return () => {
      URL.revokeObjectURL(url);
      setPicture(undefined);
    };
  }, [waiting?.size]);
  const show = async (): Promise<void> => {
    const outcome = await api('get-photo', { params: { c: centre, p: patient, id: entry.id, photo: id } });
    if (outcome.ok) setPicture(`data:${outcome.value.contentType};base64,${outcome.value.data}`);
    else setWrong(failureWords(outcome.failure));
  };
  const remove = async (): Promise<void> => {
    if (!window.confirm(words.removeAsk)) return;
    const body = { mutationId: newId() };
    const act = {
      route: 'void-photo',
      centre,
      patient,
      id,
      of: entry.id,
      body,
      what: words.takingOut,
      on: entry.day,
    } as const;
    const outcome = (await outbox.drop(id)) ? 'kept' : await saveAct(act);
    if (outcome !== 'kept' && !outcome.ok) {
      setWrong(failureWords(outcome.failure));
      return;
    }
    announce(words.removed);
    // Its button went with it.
    document.getElementById(`photo-${entry.id}`)?.focus();
    if (outcome !== 'kept') await months.changed();
  };
  return (
    <li>
      {picture === undefined ? (
        <button type="button" class="button button-second" onClick={() => void show()}>
          {words.show(n)}
        </button>
      ) : (
        <img class="bleed-photo" src={picture} alt={words.name(n)} />
      )}{' '}
      <PendingTag id={id} />{' '}
      {mayRecordIn({ link, view }) && (
        <button type="button" class="link" onClick={() => void remove()}>
          {words.remove(n)}
        </button>
      )}
      {wrong !== undefined && <p role="alert">{wrong}</p>}
    </li>
  );
}

/** Adding a photo: drawn smaller on this device first, kept here, then sent after its bleed. */
function AddPhoto({ link, entry }: Props): VNode {
  const [said, setSaid] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const add = async (file: File): Promise<void> => {
    setBusy(true);
    setSaid(words.sending);
    const photo = await shrinkPhoto(file);
    if (photo === undefined) setSaid(words.notAPhoto);
    else {
      const { centre, patient } = link;
      const body = { mutationId: newId(), contentType: photo.type };
      const of = { of: entry.id, photo, what: words.adding, on: entry.day };
      const outcome = await saveAct({ route: 'put-photo', centre, patient, id: newId(), ...of, body });
      if (outcome === 'kept') setSaid(words.kept);
      else setSaid(outcome.ok ? words.added : failureWords(outcome.failure));
      if (outcome !== 'kept' && outcome.ok) await months.changed();
    }
    setBusy(false);
  };
  const id = `photo-${entry.id}`;
  return (
    <div class="field">
      <label for={id}>{words.add}</label>
      <div class="hint" id={`${id}-hint`}>
        {words.hint}
      </div>
      <input
        type="file"
        id={id}
        accept="image/*"
        aria-describedby={`${id}-hint`}
        aria-busy={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Not disabled meanwhile: that would take the focus from it.
          if (file !== undefined && !busy) void add(file);
        }}
      />
      <p role="status">{said}</p>
    </div>
  );
}

/** The photos of a bleed, and a way to add one. */
export function BleedPhotos(props: Props): VNode | null {
  const { link, view, entry } = props;
  const photos = (view.photos ?? []).filter(({ bleed }) => bleed === entry.id);
  // What was removed takes its photos with it, also where the removal waits on this device.
  if (entry.voided !== undefined) return null;
  const mayAdd = mayRecordIn({ link, view }) && photos.length < PHOTO_MOST_OF_A_BLEED;
  if (photos.length === 0 && !mayAdd) return null;
  return (
    <>
      <ul class="entries">
        {photos.map(({ id }, index) => (
          <OnePhoto key={id} {...props} id={id} n={index + 1} />
        ))}
      </ul>
      {mayAdd && <AddPhoto {...props} />}
    </>
  );
}
