import { routes, type AnyRoute, type RouteName } from '#contracts/routes.ts';
import type { AnyInput } from '../../../functions/middleware/read-input.ts';
import { centreExamples } from './centre-examples.ts';
import { diaryExamples } from './diary-examples.ts';
import type { About, Example } from './example.ts';
import { patientExamples } from './patient-examples.ts';
import { registryExamples } from './registry-examples.ts';
import { sharedExamples } from './shared-examples.ts';
import { sessionExamples } from './session-examples.ts';

/** One valid request for each route: a route without one does not compile. */
export const examples: { readonly [N in RouteName]: Example<N> } = {
  ...sessionExamples,
  ...diaryExamples,
  ...centreExamples,
  ...patientExamples,
  ...sharedExamples,
  ...registryExamples,
};

/** A request as HTTP carries it. */
export interface Request {
  readonly method: AnyRoute['method'];
  /** The path as it is declared, and with the parameters in it; no query. */
  readonly route: AnyRoute['path'];
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The version in `If-Match`, which HTTP writes in quotes. */
  readonly ifMatch: number | undefined;
  readonly body: unknown;
}

const texts = (given: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, String(value)]));

/** The example of a route as a request; `more` changes parts of it. */
export const requestOf = (name: RouteName, about: About, more: Partial<AnyInput> = {}): Request => {
  const route = routes.find((one) => one.name === name);
  if (route === undefined) throw new Error(`There is no route ${name}`);
  const given: AnyInput = { ...examples[name](about), ...more };
  const params = texts(given.params);
  const path = route.path.replaceAll(/\{(\w+)\}/gu, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  return {
    method: route.method,
    route: route.path,
    path,
    params,
    query: texts(given.query),
    ifMatch: given.ifMatch,
    body: given.body,
  };
};
