import { parseArgs } from 'node:util';

/** What `npm start` can be told. */
export type Flags = {
  readonly firstPort: number;
  readonly fresh: boolean;
  readonly demo: boolean;
  readonly dataDirectory: string;
};

/** What the flags are, for `--help` and for a flag we don't know. */
export const USAGE = `npm start -- [flags]
  --port N     first port; the diary is there, the others follow (8080)
  --fresh      forget everything kept from earlier runs
  --no-demo    start without demo data
  --data DIR   where everything is kept (.local)`;

const HIGHEST_FIRST_PORT = 65_535 - 10;

/**
 * Reads the flags.
 *
 * @returns the flags, or a text to show instead of starting.
 */
export function parseFlags(args: readonly string[]): { flags: Flags } | { refuse: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string', default: '8080' },
        fresh: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: true },
        data: { type: 'string', default: '.local' },
      },
    });
    const firstPort = Number(values.port);
    if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > HIGHEST_FIRST_PORT) {
      return {
        refuse: `--port takes a number from 1 to ${String(HIGHEST_FIRST_PORT)}, not "${values.port}"\n${USAGE}`,
      };
    }
    return { flags: { firstPort, fresh: values.fresh, demo: values.demo, dataDirectory: values.data } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { refuse: `${error.message}\n${USAGE}` };
  }
}
