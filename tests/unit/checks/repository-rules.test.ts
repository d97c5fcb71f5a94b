import { describe, expect, it } from 'vitest';
import { traces, unpinned } from '../../../infra/checks/repository-rules.ts';

describe('the repository check', () => {
  it.each(['home', 'Users', 'root'])('refuses a path of one machine, below %s', (folder) => {
    // Joined here, because the check reads this file too.
    expect(traces(`see ${['', folder, 'someone'].join('/')} for it`, [])).toHaveLength(1);
  });

  it('refuses the names of the machine it runs on', () => {
    expect(traces('built on build-box-7', ['build-box-7'])).toEqual([
      'names build-box-7, which exists on one machine only',
    ]);
  });

  it('lets ordinary paths and addresses stand', () => {
    expect(traces('https://example.org/home/page and ./works/x and /v1/home', ['build-box-7'])).toEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', 'latest', '*', '1.x'])('refuses the version %s', (version) => {
    expect(unpinned(JSON.stringify({ dependencies: { zod: version }, devDependencies: {} }))).toHaveLength(1);
  });

  it('accepts exact versions', () => {
    expect(unpinned(JSON.stringify({ dependencies: { zod: '4.6.7' }, devDependencies: {} }))).toEqual([]);
  });
});
