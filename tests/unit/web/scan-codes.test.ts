import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import bwip from 'bwip-js/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { readPack } from '#domain/gs1/read-pack.ts';
import { type Look, seenCode } from '../../support/scan/seen-code.ts';
import { codesIn } from '../../../web/shared/scan/codes-in.ts';

const TODAY = '2026-11-22';
const WHOLE = '(01)09504000059118(17)281120(10)ABC123(21)10987654d321';
const pack = { gtin: '09504000059118', expiresOn: '2028-11-20', batch: 'ABC123', serial: '10987654d321' };

beforeAll(() => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = new Uint8Array(readFileSync(path));
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } });
});

const drawn = async (bcid: string, text: string, more: object = {}): Promise<Blob> =>
  new Blob([
    new Uint8Array(
      await bwip.toBuffer({
        bcid,
        text,
        scale: 4,
        paddingwidth: 12,
        paddingheight: 12,
        backgroundcolor: 'FFFFFF',
        ...more,
      }),
    ),
  ]);
const read = async (picture: ImageData | Blob) => {
  const [code] = await codesIn(picture);
  return code === undefined ? undefined : readPack(code, TODAY);
};

/** As the page hands it to the decoder. */
const seen = (text: string, look: Look): ImageData => {
  const { width, height, levels } = seenCode({ kind: 'gs1datamatrix', text, look });
  const data = new Uint8ClampedArray([...levels].flatMap((level) => [level, level, level, 255]));
  return { data, width, height, colorSpace: 'srgb' };
};

describe('a DataMatrix on a box', () => {
  it.each<[string, Look]>([
    ['clean', {}],
    ['turned by 30 degrees', { degrees: 30 }],
    ['upside down', { degrees: 180 }],
    ['skewed', { skew: 0.15, degrees: 8 }],
    ['pale', { dark: 120, light: 165 }],
    ['white on black', { dark: 240, light: 15 }],
    ['noisy', { dark: 60, light: 200, noise: 15 }],
  ])('is read when it is %s', async (_name, look) => {
    expect(await read(seen(WHOLE, look))).toEqual({ ok: true, value: pack });
  });

  it('is not invented from an empty picture', async () => {
    expect(await read(seen(WHOLE, { dark: 255 }))).toBeUndefined();
  });
});

describe('other codes', () => {
  it.each([
    ['gs1qrcode', WHOLE, pack],
    ['gs1-128', '(01)09504000059118(10)ABC123', { gtin: pack.gtin, batch: 'ABC123' }],
    ['ean13', '9504000059118', { gtin: pack.gtin }],
    ['ean8', '96385074', { gtin: '00000096385074' }],
    ['databarexpanded', '(01)09504000059118(10)ABC123', { gtin: pack.gtin, batch: 'ABC123' }],
    ['gs1datamatrix', '(01)09504000059118(17)281120', { gtin: pack.gtin, expiresOn: '2028-11-20' }],
  ])('%s is read', async (bcid, text, value) => {
    expect(await read(await drawn(bcid, text))).toEqual({ ok: true, value });
  });

  it.each([
    ['a wrong check digit', '(01)09504000059119(10)ABC123', 'check-digit'],
    ['month 13', '(01)09504000059118(17)281301(10)ABC123', 'month'],
  ])('with %s is refused with the reason', async (_name, text, error) => {
    expect(await read(await drawn('gs1datamatrix', text, { dontlint: true }))).toEqual({ ok: false, error });
  });

  it('that is a web address and no pack is refused', async () => {
    expect(await read(await drawn('qrcode', 'https://example.org/'))).toEqual({
      ok: false,
      error: 'not-gs1',
    });
  });
});
