import { AUDIENCES, type Audience } from '#contracts/route.ts';

/** The site that a session route is asked on, from its path; `undefined` for any other path. */
export const siteOfPath = (path: string): Audience | undefined => {
  const named = /^\/v1\/session\/([a-z]+)\//.exec(path)?.[1];
  return AUDIENCES.find((audience) => audience === named);
};
