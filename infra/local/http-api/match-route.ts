import type { Route } from './http-api.ts';

export type RouteMatch = { readonly route: Route; readonly pathParameters: Readonly<Record<string, string>> };

/**
 * The route for a request: an exact method before `ANY`; a full match before a greedy one; fixed segments before
 * parameters; `$default` last.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const segments = segmentsOf(path);
  let best: { match: RouteMatch; rank: string } | undefined;
  for (const route of routes) {
    const [routeMethod, template] = route.key.split(' ');
    if (template === undefined || (routeMethod !== method && routeMethod !== 'ANY')) continue;
    const pathParameters = matchPath(segmentsOf(template), segments);
    if (pathParameters === undefined) continue;
    const rank = rankOf(template, routeMethod);
    if (best === undefined || rank < best.rank) best = { match: { route, pathParameters }, rank };
  }
  if (best !== undefined) return best.match;
  const fallback = routes.find((route) => route.key === '$default');
  return fallback && { route: fallback, pathParameters: {} };
}

function matchPath(template: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const name = /^\{([^+}]+)(\+?)\}$/.exec(part);
    const actual = path[index];
    if (actual === undefined || actual === '') return undefined;
    if (name === null) {
      if (part !== actual) return undefined;
    } else if (name[2] === '+') {
      parameters[name[1] ?? ''] = decoded(path.slice(index).join('/'));
      return parameters;
    } else {
      parameters[name[1] ?? ''] = decoded(actual);
    }
  }
  return template.length === path.length ? parameters : undefined;
}

/** Lower is better; compared segment by segment from the left. */
function rankOf(template: string, method: string | undefined): string {
  const parts = segmentsOf(template).map((part) =>
    part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0',
  );
  return `${parts.includes('2') ? '1' : '0'}${parts.join('')}${method === 'ANY' ? '1' : '0'}`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

/** A broken escape stands for itself, as in the cloud: the route's own check refuses it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
