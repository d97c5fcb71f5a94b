import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { scanWords as words } from '../words/en/scan.ts';
import type { Camera } from './camera.ts';

/** The light and the zoom, where this camera has them. */
export function CameraControls({ camera }: { readonly camera: Camera }): VNode | null {
  const [isLit, setIsLit] = useState(false);
  const [canLight, setCanLight] = useState(camera.hasTorch);
  const { zoom } = camera;
  if (!canLight && zoom === undefined) return null;
  return (
    <div class="buttons">
      {canLight && (
        <button
          type="button"
          class="button button-quiet"
          aria-pressed={isLit}
          onClick={() => {
            // One that says it has a light and doesn't obey has none.
            void camera.setTorch(!isLit).then((obeyed) => {
              if (obeyed) setIsLit(!isLit);
              else setCanLight(false);
            });
          }}
        >
          {words.light}
        </button>
      )}
      {zoom !== undefined && (
        <label class="scan-zoom">
          {words.zoom}
          <input
            type="range"
            min={zoom.min}
            max={zoom.max}
            step="any"
            value={zoom.now}
            onInput={(event) => {
              void camera.setZoom(event.currentTarget.valueAsNumber);
            }}
          />
        </label>
      )}
    </div>
  );
}
