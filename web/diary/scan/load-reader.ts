import { prepareZXingModule } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** The decoder comes from our own site, and only when somebody scans. */
prepareZXingModule({ overrides: { locateFile: () => wasm } });

export { codesIn } from './codes-in.ts';
