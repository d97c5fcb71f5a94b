import * as z from 'zod';

/** Where people and build machines keep their checkouts: a path there means nothing to anyone else. */
const personalPath = /(?<![\w.-])\/(?:home|Users|root|work|workspace|mnt)\/[\w.-]+/g;

/**
 * What of the machine it was written on a file gives away.
 * @param ours names and paths of this machine
 */
export function traces(content: string, ours: readonly string[]): string[] {
  const paths = content.match(personalPath) ?? [];
  const names = ours.filter((name) => content.includes(name));
  return [...new Set([...paths, ...names])].map((name) => `names ${name}, which exists on one machine only`);
}

const packageJson = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** Dependencies of package.json whose version isn't exact: two installs could differ. */
export function unpinned(content: string): string[] {
  const { dependencies, devDependencies, optionalDependencies } = packageJson.parse(JSON.parse(content));
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name, version]) => `${name} is ${version}, not one exact version`);
}
