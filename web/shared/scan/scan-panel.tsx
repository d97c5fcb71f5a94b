import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readPack, type ScannedPack } from '#domain/gs1/read-pack.ts';
import { deviceZone, localNow } from '../dates/days.ts';
import { scanWords as words } from '../words/en/scan.ts';
import { CameraControls } from './camera-controls.tsx';
import { codesIn } from './load-reader.ts';
import { photoPixels } from './photo-pixels.ts';
import './scan.css';
import { useCamera } from './use-camera.ts';

interface Props {
  readonly onPack: (pack: ScannedPack) => void;
  readonly onClose: () => void;
}

/** Reads the code of a box with the camera or from a photo. Nothing leaves the device; no picture is kept. */
export function ScanPanel({ onPack, onClose }: Props): VNode {
  const [problem, setProblem] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const take = (code: string): void => {
    // The day decides the century of the years on packs.
    const pack = readPack(code, localNow(deviceZone()).day);
    if (pack.ok) onPack(pack.value);
    else setProblem(words.problems[pack.error]);
  };
  const { camera, video } = useCamera(take, () => {
    setProblem(words.noReader);
  });
  useEffect(() => {
    title.current?.focus();
  }, []);
  const takePhoto = async (photo: File): Promise<void> => {
    const pixels = await photoPixels(photo);
    if (pixels === undefined) {
      setProblem(words.noPicture);
      return;
    }
    const codes = await codesIn(pixels);
    if (codes === undefined) setProblem(words.noReader);
    else if (codes[0] === undefined) setProblem(words.noCode);
    else take(codes[0]);
  };
  const isClosed = typeof camera === 'string';
  const state = isClosed ? words.noCamera[camera] : camera === undefined ? words.opening : words.hold;
  return (
    <section class="card scan" aria-labelledby="scan-title">
      <h2 id="scan-title" ref={title} tabIndex={-1}>
        {words.title}
      </h2>
      <p role="status">{problem || state}</p>
      {!isClosed && <video ref={video} class="scan-video" muted playsInline aria-label={words.video} />}
      {typeof camera === 'object' && <CameraControls camera={camera} />}
      <p>
        <label class="small-label" for="scan-photo">
          {words.photo}
        </label>
        <input
          id="scan-photo"
          type="file"
          accept="image/*"
          onChange={(event) => {
            const input = event.currentTarget;
            const photo = input.files?.[0];
            if (photo === undefined) return;
            void takePhoto(photo).then(() => {
              // The same photo may be chosen again.
              input.value = '';
            });
          }}
        />
      </p>
      <button type="button" class="button button-quiet" onClick={onClose}>
        {words.close}
      </button>
    </section>
  );
}
