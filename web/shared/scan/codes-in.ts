import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

/** What stands on boxes of medicine: two-dimensional codes, and linear ones with or without a batch. */
const options: ReaderOptions = {
  formats: ['DataMatrix', 'QRCode', 'Code128', 'DataBar', 'DataBarExpanded', 'EAN13', 'EAN8'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 4,
  textMode: 'Plain',
};

/** The codes on a picture, each with the prefix of its symbology; two-dimensional ones first, because they say most. */
export async function codesIn(picture: ImageData | Blob): Promise<string[]> {
  const found = await readBarcodes(picture, options);
  return found
    .filter(({ isValid }) => isValid)
    .map(({ symbologyIdentifier, text }) => `${symbologyIdentifier}${text}`)
    .sort((a, b) => Number(b.startsWith(']d2')) - Number(a.startsWith(']d2')));
}
