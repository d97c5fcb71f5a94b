import { createServer } from 'node:net';
import { mkdtempSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeSites, translatorOf } from '../../../infra/local/addresses.ts';
import { closingWords } from '../../../infra/local/closing-words.ts';
import { clearDataDirectory, lockDataDirectory } from '../../../infra/local/data-directory.ts';
import { parseFlags } from '../../../infra/local/parse-flags.ts';
import { claim, freePorts, portsFrom } from '../../../infra/local/ports.ts';
import { createStopper } from '../../../infra/local/stopper.ts';
import type { Distribution } from '../../../infra/local/sites/distribution.ts';

const site = (name: string, aliases: string[] = []): [string, Distribution] => [
  name,
  {
    id: name,
    arn: name,
    name,
    domain: `${name}.cloudfront.net`,
    aliases,
    rootObject: '',
    origins: [],
    behaviours: [],
  },
];

describe('flags', () => {
  it('have defaults', () => {
    expect(parseFlags([])).toEqual({
      flags: { firstPort: 8080, fresh: false, demo: true, dataDirectory: '.local' },
    });
  });

  it('are read', () => {
    const { flags } = {
      flags: undefined,
      ...parseFlags(['--port', '9000', '--fresh', '--no-demo', '--data', '/tmp/x']),
    };
    expect(flags).toEqual({ firstPort: 9000, fresh: true, demo: false, dataDirectory: '/tmp/x' });
  });

  it.each([[['--port', 'many']], [['--port', '70000']], [['--unheard-of']]])(
    'refuse %j and say what there is',
    (args) => {
      expect(parseFlags(args)).toMatchObject({ refuse: expect.stringContaining('--no-demo') as string });
    },
  );
});

describe('ports', () => {
  it('follow from the first', () => {
    expect(portsFrom(8080)).toMatchObject({ sites: [8080, 8081, 8082], mailbox: 8083 });
  });

  it('that are busy are named with the flag that changes them', async () => {
    const ports = await freePorts();
    const taken = ports.sites[1] ?? 0;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', resolve));
    await expect(claim(ports)).rejects.toThrow(new RegExp(`${String(taken)}.*--port`));
    await new Promise((resolve) => server.close(resolve));
    await expect(claim(ports)).resolves.toBeUndefined();
  });
});

describe('sites', () => {
  const distributions = new Map([
    site('registry'),
    site('other'),
    site('centre'),
    site('diary', ['diary.example.org']),
  ]);
  const ports = { ...portsFrom(8080), sites: [1, 2, 3, 4] };

  it('get their ports in the order of the audiences, whatever the order of the template', () => {
    const placed = placeSites({ distributions }, ports);
    expect(placed.map(({ distribution, port }) => [distribution.name, port])).toEqual([
      ['diary', 1],
      ['centre', 2],
      ['registry', 3],
      ['other', 4],
    ]);
  });

  it('have their cloud addresses translated wherever they stand', () => {
    const translate = translatorOf(placeSites({ distributions }, ports));
    expect(translate('https://diary.example.org/a https://centre.cloudfront.net')).toBe(
      'http://localhost:1/a http://localhost:2',
    );
    expect(translate('https://elsewhere.example')).toBe('https://elsewhere.example');
  });
});

describe('the data directory', () => {
  it('is cleared of what the local run keeps, and of nothing else', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-data-'));
    for (const name of ['tables', 'mails', 'mine']) mkdirSync(join(directory, name));
    writeFileSync(join(directory, 'accounts.json'), '[]');
    clearDataDirectory(directory);
    expect(readdirSync(directory)).toEqual(['mine']);
  });

  it('belongs to one process at a time', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-data-'));
    // The test runner's parent is certainly alive.
    writeFileSync(join(directory, 'running.pid'), String(process.ppid));
    expect(() => lockDataDirectory(directory)).toThrow('--data');
  });

  it('is taken over from a process that died', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-data-'));
    writeFileSync(join(directory, 'running.pid'), '99999999');
    const release = lockDataDirectory(directory);
    release();
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('stopping', () => {
  it('goes backwards, once, and past what fails', async () => {
    const order: string[] = [];
    const stopper = createStopper();
    stopper.add(() => void order.push('first'));
    stopper.add(() => Promise.reject(new Error('stuck')));
    stopper.add(() => void order.push('last'));
    await expect(stopper.stop()).rejects.toThrow('did not stop');
    await expect(stopper.stop()).rejects.toThrow('did not stop');
    expect(order).toEqual(['last', 'first']);
  });
});

describe('the words a start ends with', () => {
  it('name the addresses, the accounts and how to stop', () => {
    const words = closingWords({
      addresses: { diary: 'http://localhost:8080' },
      accounts: [
        { site: 'diary', role: 'carer', username: 'wren', password: 'a long pass phrase', note: '' },
      ],
    });
    expect(words).toContain('http://localhost:8080');
    expect(words).toMatch(/wren\s+a long pass phrase/);
    expect(words).toContain('Ctrl-C');
  });
});
