import { afterAll, beforeAll, beforeEach } from 'vitest';
import { given } from './local-cognito.ts';
import { startSessionWorld, type SessionWorld } from './session-world.ts';
import { signUp } from './sign-up.ts';

/** One session API for all tests of a file; each test begins with nobody's tries counted, at Cognito neither. */
export const sessionWorld = (): (() => SessionWorld) => {
  let world: SessionWorld | undefined;
  beforeAll(async () => {
    world = await startSessionWorld();
  });
  beforeEach(() => {
    world?.later({ minutes: 40 });
  });
  afterAll(() => world?.stop());
  return () => given(world);
};

/**
 * Signs somebody new up for the diary each time, so that no test meets the people of another.
 *
 * @param name what their usernames begin with
 */
export const newMembers = (world: () => SessionWorld, name: string): (() => Promise<string>) => {
  let count = 0;
  return async () => {
    const username = `${name}-${String((count += 1))}`;
    await signUp(world(), 'diary', username);
    return username;
  };
};
