import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Camera, type NoCamera, openCamera } from './camera.ts';
import { codesIn } from './load-reader.ts';

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

interface Seen {
  /** `undefined` while it opens. */
  readonly camera: Camera | NoCamera | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
}

/**
 * Looks at the camera until the part is left; then the camera is off.
 *
 * @param onCode every code that is in the picture, again as long as it is there
 * @param onNoReader the decoder can't be fetched: nothing can be read, from the camera or a photo
 */
export function useCamera(onCode: (code: string) => void, onNoReader: () => void): Seen {
  const [camera, setCamera] = useState<Camera | NoCamera | undefined>();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onCode, onNoReader });
  told.current = { onCode, onNoReader };
  useEffect(() => {
    let open = true;
    let opened: Camera | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const frame = video.current === null ? undefined : frameOf(video.current);
      const codes = frame === undefined ? [] : await codesIn(frame);
      if (!open) return;
      if (codes === undefined) told.current.onNoReader();
      else if (codes[0] !== undefined) told.current.onCode(codes[0]);
      if (codes !== undefined) timer = setTimeout(() => void look(), BETWEEN_MS);
    };
    void openCamera().then((found) => {
      if (typeof found === 'string') {
        if (open) setCamera(found);
        return;
      }
      opened = found;
      if (!open) {
        found.stop();
        return;
      }
      setCamera(found);
      // Somebody pulled it out, or the system took it.
      found.stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        if (open) setCamera('in-use');
      });
      void look();
    });
    return () => {
      open = false;
      clearTimeout(timer);
      opened?.stop();
    };
  }, []);
  useEffect(() => {
    if (video.current === null || typeof camera !== 'object') return;
    video.current.srcObject = camera.stream;
    // Interrupted where the part is left at once; there is nothing to see then.
    video.current.play().catch(() => undefined);
  }, [camera]);
  return { camera, video };
}
