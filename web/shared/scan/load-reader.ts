import { prepareZXingModule, purgeZXingModule } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { codesIn as read } from './codes-in.ts';

/** The decoder comes from our own site, and only when somebody scans. */
const overrides = { locateFile: () => wasm };

let ready: Promise<boolean> | undefined;

/** Whether the decoder is here: fetched once, and tried again after it could not be. */
async function isReady(): Promise<boolean> {
  ready ??= prepareZXingModule({ overrides, fireImmediately: true }).then(
    () => true,
    () => false,
  );
  const isHere = await ready;
  if (!isHere) {
    ready = undefined;
    purgeZXingModule();
  }
  return isHere;
}

/** The codes on a picture; `undefined` where the decoder can't be fetched, which is when there is no connection. */
export async function codesIn(picture: ImageData): Promise<string[] | undefined> {
  return (await isReady()) ? read(picture) : undefined;
}
