declare global {
  /** Of phones; not in the DOM's own types yet. */
  interface MediaTrackCapabilities {
    readonly torch?: boolean;
    readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
    zoom?: number;
  }
}

export interface Camera {
  readonly stream: MediaStream;
  readonly hasTorch: boolean;
  readonly zoom: { readonly min: number; readonly max: number } | undefined;
  readonly setTorch: (on: boolean) => void;
  readonly setZoom: (zoom: number) => void;
  readonly stop: () => void;
}

/** The camera at the back, or `undefined` where there is none or the person says no. */
export async function openCamera(): Promise<Camera | undefined> {
  let stream: MediaStream;
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
    stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  } catch (error) {
    // No camera, or not allowed: a photo and the keyboard do as well.
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
  const track = stream.getVideoTracks()[0];
  // Not every browser tells what its camera can do.
  const can: MediaTrackCapabilities =
    track !== undefined && 'getCapabilities' in track ? track.getCapabilities() : {};
  const set = (one: MediaTrackConstraintSet): void => {
    void track?.applyConstraints({ advanced: [one] });
  };
  return {
    stream,
    hasTorch: can.torch === true,
    zoom: can.zoom === undefined || can.zoom.max <= can.zoom.min ? undefined : can.zoom,
    setTorch: (torch) => {
      set({ torch });
    },
    setZoom: (zoom) => {
      set({ zoom });
    },
    stop: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}
