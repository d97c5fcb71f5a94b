import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContextValue, Decision, IamRequest } from './iam-request.ts';

/** One distinct request, as `iam/requests.jsonl` in the data directory has it: a line each. */
export interface LoggedRequest extends IamRequest, Decision {
  /** The role's name; for a service of AWS, its name, such as `apigateway.amazonaws.com`. */
  readonly role: string;
}

/** Takes note of what has been decided. */
export interface RequestLog {
  readonly record: (request: IamRequest, decision: Decision, role: string) => void;
  /** Writes what has not been written yet. */
  readonly flush: () => void;
}

const FLUSH_AFTER_MS = 500;
const FLUSH_AT = 200;

/** Words in capitals are kinds of keys; all else in a value is somebody's id, and no two people's differ in kind. */
const shapeOf = (value: ContextValue, tags: readonly (readonly [name: string, value: string])[]): string => {
  const values = typeof value === 'string' ? [value] : value;
  return values
    .map((one) =>
      one
        .split(/([#/])/u)
        .map((part) => {
          const tag = tags.find(([, tagged]) => tagged === part)?.[0];
          if (tag !== undefined) return `{${tag}}`;
          return /^[A-Z]+$|^[#/]$/u.test(part) ? part : '*';
        })
        .join(''),
    )
    .join(' ');
};

/** Keys whose values are words of AWS or of ours, not of a person's: each counts as it is. */
const isVocabulary = (key: string): boolean =>
  !/^(?:aws:(?:PrincipalTag|RequestTag)\/|dynamodb:LeadingKeys|sts:RoleSessionName)/iu.test(key);

/** The same for all requests that differ only in whom they are about. */
function kindOf({ action, resource, context }: IamRequest, role: string): string {
  const tags = Object.entries(context).flatMap(([key, value]) => {
    const name = /^aws:(?:PrincipalTag|RequestTag)\/(.+)$/u.exec(key)?.[1];
    return name === undefined || typeof value !== 'string' ? [] : [[name, value] as const];
  });
  const keys = Object.entries(context)
    .map(([key, value]) => `${key}=${isVocabulary(key) ? String(value) : shapeOf(value, tags)}`)
    .sort();
  const object = /^arn:aws:s3:::([^/]+)\/(.+)$/u.exec(resource);
  const place = object === null ? resource : `${object[1] ?? ''}/${shapeOf(object[2] ?? '', tags)}`;
  return [role, action, place, ...keys].join('\n');
}

/**
 * Writes each distinct request once, with the first values it came with. Requests that differ only in whose diary they
 * are about are one; a refused one is another than an allowed one.
 *
 * @param dataDirectory gets `iam/requests.jsonl`.
 */
export function createRequestLog(dataDirectory: string): RequestLog {
  const directory = join(dataDirectory, 'iam');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'requests.jsonl');
  const seen = new Set<string>();
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    appendFileSync(file, lines.map((line) => `${line}\n`).join(''));
  };
  return {
    record: (request, decision, role) => {
      const kind = `${kindOf(request, role)}\n${decision.why}`;
      if (seen.has(kind)) return;
      seen.add(kind);
      const logged: LoggedRequest = { role, ...request, ...decision };
      waiting.push(JSON.stringify(logged));
      if (waiting.length >= FLUSH_AT) flush();
      else timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref();
    },
    flush,
  };
}
