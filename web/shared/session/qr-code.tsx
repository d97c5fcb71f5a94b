import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** A QR code drawn as one SVG path: dark modules on a light ground in every colour scheme, as scanners need. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const { size, data } = useMemo(() => encode(text, { ecc: 'M', border: 4 }), [text]);
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="qr-code" viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label}>
      <rect width={size} height={size} class="qr-light" />
      <path d={path} class="qr-dark" shapeRendering="crispEdges" />
    </svg>
  );
}
