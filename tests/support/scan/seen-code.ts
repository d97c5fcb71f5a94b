import bwip from 'bwip-js/node';

/** How a camera sees a code. */
export interface Look {
  readonly degrees?: number;
  /** How far a row is pushed sideways, for each row. */
  readonly skew?: number;
  readonly dark?: number;
  readonly light?: number;
  readonly noise?: number;
}

/** A grey picture, row by row, 0 black to 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

export interface Drawn {
  /** As bwip-js calls the kind of code. */
  readonly kind: string;
  readonly text: string;
  readonly look?: Look;
  readonly width?: number;
  readonly height?: number;
}

interface Modules {
  readonly across: number;
  readonly down: number;
  readonly isDark: (column: number, row: number) => boolean;
}

const ROWS_OF_BARS = 24;

/** The modules of a code: of a linear one, bars as high as a quarter of their length or so. */
function modulesOf(kind: string, text: string): Modules {
  const [symbol] = bwip.raw({ bcid: kind, text, dontlint: true } as never) as unknown as [
    { pixs: number[]; pixx: number; pixy: number } | { sbs: number[] },
  ];
  if ('pixs' in symbol) {
    const { pixs, pixx, pixy } = symbol;
    return { across: pixx, down: pixy, isDark: (column, row) => pixs[row * pixx + column] === 1 };
  }
  const bars = symbol.sbs.flatMap((width, index) => Array<boolean>(width).fill(index % 2 === 0));
  return { across: bars.length, down: ROWS_OF_BARS, isDark: (column) => bars[column] === true };
}

/** A code as a camera might see it: turned, skewed, pale, noisy; module by module, so that nothing else is needed. */
export function seenCode({ kind, text, look = {}, width = 640, height = 480 }: Drawn): Grey {
  const { degrees = 0, skew = 0, dark = 0, light = 255, noise = 0 } = look;
  const modules = modulesOf(kind, text);
  const size = Math.max(
    2,
    Math.floor(Math.min((width * 0.8) / modules.across, (height * 0.55) / modules.down)),
  );
  const turn = (degrees * Math.PI) / 180;
  const levels = new Uint8Array(width * height);
  let state = 7;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2 - skew * (y - height / 2), y - height / 2];
      const column = Math.floor((dx * Math.cos(turn) + dy * Math.sin(turn)) / size + modules.across / 2);
      const row = Math.floor((dy * Math.cos(turn) - dx * Math.sin(turn)) / size + modules.down / 2);
      const inside = column >= 0 && row >= 0 && column < modules.across && row < modules.down;
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const level = inside && modules.isDark(column, row) ? dark : light;
      const value = level + ((state / 2_147_483_648) * 2 - 1) * noise;
      levels[y * width + x] = Math.max(0, Math.min(255, Math.round(value)));
    }
  return { width, height, levels };
}
