import { centreRoutes } from './routes-centre.ts';
import { diaryRoutes } from './routes-diary.ts';
import { patientRoutes } from './routes-patients.ts';
import { registryRoutes } from './routes-registry.ts';
import { sharedRoutes } from './routes-shared.ts';
import { sessionRoutes } from './routes-session.ts';

/** Every route once: the HTTP API, the router, the typed client, OpenAPI and the authorisation tests are made from it. */
export const routes = [
  ...sessionRoutes,
  ...diaryRoutes,
  ...centreRoutes,
  ...patientRoutes,
  ...sharedRoutes,
  ...registryRoutes,
] as const;

export type AnyRoute = (typeof routes)[number];
export type RouteName = AnyRoute['name'];
export type RouteNamed<N extends RouteName> = Extract<AnyRoute, { name: N }>;
