import type { Download } from './call.ts';

/** Hands a downloaded file to the person, under the name the API gave it. */
export function saveFile({ blob, fileName }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
