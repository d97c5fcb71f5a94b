import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readPack, type ScannedPack } from '#domain/gs1/read-pack.ts';
import { scanWords as words } from '../../shared/words/en/scan.ts';
import { type Camera, openCamera } from './camera.ts';
import { codesIn } from './load-reader.ts';

interface Props {
  /** Decides the century of the years on packs. */
  readonly today: string;
  readonly onPack: (pack: ScannedPack) => void;
  readonly onClose: () => void;
}

const BETWEEN_MS = 200;
const WIDEST = 1280;

/** What the video shows just now. */
function frameOf(video: HTMLVideoElement): ImageData | undefined {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, WIDEST / video.videoWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  drawing?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return drawing?.getImageData(0, 0, canvas.width, canvas.height);
}

/** Looks at the camera until a code is read; `undefined` camera while it opens, `null` where there is none. */
function useCamera(onCode: (code: string) => void) {
  const [camera, setCamera] = useState<Camera | null | undefined>();
  const video = useRef<HTMLVideoElement>(null);
  const onRead = useRef(onCode);
  onRead.current = onCode;
  useEffect(() => {
    let open = true;
    let opened: Camera | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const frame = video.current === null ? undefined : frameOf(video.current);
      const [code] = frame === undefined ? [] : await codesIn(frame);
      if (!open) return;
      if (code !== undefined) onRead.current(code);
      timer = setTimeout(() => void look(), BETWEEN_MS);
    };
    void openCamera().then((found) => {
      opened = found;
      if (!open) found?.stop();
      else {
        setCamera(found ?? null);
        if (found !== undefined) void look();
      }
    });
    return () => {
      open = false;
      clearTimeout(timer);
      opened?.stop();
    };
  }, []);
  useEffect(() => {
    if (video.current === null || !camera) return;
    video.current.srcObject = camera.stream;
    void video.current.play();
  }, [camera]);
  return { camera, video };
}

function CameraControls({ camera }: { readonly camera: Camera }): VNode {
  const [isLit, setIsLit] = useState(false);
  return (
    <div class="buttons">
      {camera.hasTorch && (
        <button
          type="button"
          class="button button-quiet"
          aria-pressed={isLit}
          onClick={() => {
            camera.setTorch(!isLit);
            setIsLit(!isLit);
          }}
        >
          {words.light}
        </button>
      )}
      {camera.zoom !== undefined && (
        <label class="scan-zoom">
          {words.zoom}
          <input
            type="range"
            min={camera.zoom.min}
            max={camera.zoom.max}
            step="any"
            onInput={(event) => {
              camera.setZoom(event.currentTarget.valueAsNumber);
            }}
          />
        </label>
      )}
    </div>
  );
}

/** Reads the code of a box with the camera or from a photo. Nothing leaves the device; no picture is kept. */
export function ScanPanel({ today, onPack, onClose }: Props): VNode {
  const [problem, setProblem] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const take = (code: string): void => {
    const pack = readPack(code, today);
    if (pack.ok) onPack(pack.value);
    else setProblem(words.problems[pack.error]);
  };
  const { camera, video } = useCamera(take);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <section class="card scan" aria-labelledby="scan-title">
      <h3 id="scan-title" ref={title} tabIndex={-1}>
        {words.title}
      </h3>
      <p role="status">
        {problem || (camera === null ? words.noCamera : camera === undefined ? words.looking : words.hold)}
      </p>
      {camera !== null && <video ref={video} class="scan-video" muted playsInline aria-label={words.video} />}
      {camera && <CameraControls camera={camera} />}
      <p>
        <label class="small-label" for="scan-photo">
          {words.photo}
        </label>
        <input
          id="scan-photo"
          type="file"
          accept="image/*"
          onChange={(event) => {
            const photo = event.currentTarget.files?.[0];
            if (photo === undefined) return;
            void codesIn(photo).then(([code]) => {
              if (code === undefined) setProblem(words.noCode);
              else take(code);
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
