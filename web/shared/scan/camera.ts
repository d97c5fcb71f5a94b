declare global {
  /** Of phones; not in the DOM's own types yet. */
  interface MediaTrackCapabilities {
    readonly torch?: boolean;
    readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
    /** `true` asks for the right to zoom where the camera can, and for nothing where it can't. */
    zoom?: number | boolean;
  }
}

export interface Camera {
  readonly stream: MediaStream;
  readonly hasTorch: boolean;
  readonly zoom: { readonly min: number; readonly max: number; readonly now: number } | undefined;
  /** Whether the camera did it. */
  readonly setTorch: (on: boolean) => Promise<boolean>;
  readonly setZoom: (zoom: number) => Promise<boolean>;
  readonly stop: () => void;
}

/** Why there is no picture: nobody allowed it, something else holds the camera, or there is none that can be used. */
export type NoCamera = 'refused' | 'in-use' | 'none';

function whyNot(error: unknown): NoCamera {
  // Where the page isn't served safely there are no media devices at all.
  if (error instanceof TypeError) return 'none';
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'refused';
  return error.name === 'NotReadableError' || error.name === 'AbortError' ? 'in-use' : 'none';
}

/** The camera at the back, or why not. */
export async function openCamera(): Promise<Camera | NoCamera> {
  let stream: MediaStream;
  try {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    const video = { facingMode: 'environment', ...size, zoom: true };
    stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  } catch (error) {
    return whyNot(error);
  }
  const track = stream.getVideoTracks()[0];
  // Not every browser tells what its camera can do.
  const can: MediaTrackCapabilities =
    track !== undefined && 'getCapabilities' in track ? track.getCapabilities() : {};
  const set = async (one: MediaTrackConstraintSet): Promise<boolean> => {
    try {
      await track?.applyConstraints({ advanced: [one] });
      return true;
    } catch (error) {
      // A camera may promise what it then can't do, or have been taken away.
      if (error instanceof DOMException) return false;
      throw error;
    }
  };
  const { zoom } = can;
  return {
    stream,
    hasTorch: can.torch === true,
    zoom:
      zoom === undefined || zoom.max <= zoom.min
        ? undefined
        : { min: zoom.min, max: zoom.max, now: track?.getSettings().zoom ?? zoom.min },
    setTorch: (torch) => set({ torch }),
    setZoom: (to) => set({ zoom: to }),
    stop: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}
