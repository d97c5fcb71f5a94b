import type { Plugin } from 'vite';

/** What each site never calls; the lists of all sites are made as one (`generate-route-paths.ts`). */
const foreign: Readonly<Record<string, RegExp>> = {
  diary: / \/v1\/(?:centre|registry)[/']/,
  centre: / \/v1\/(?:me|diaries|registry)[/']/,
  registry: / \/v1\/(?:me|diaries|centre)[/']/,
};

/** Leaves the other sites' routes out of a site's first load. */
export const ownRoutes = (site: string): Plugin => ({
  name: 'own-routes',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/api\/route-paths\.ts$/ },
    handler(code) {
      const never = foreign[site];
      return never === undefined
        ? undefined
        : {
            code: code
              .split('\n')
              .filter((line) => !never.test(line))
              .join('\n'),
            map: null,
          };
    },
  },
});
