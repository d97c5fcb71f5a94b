import * as z from 'zod';
import type { Audience, Route } from '#contracts/route.ts';
import { id } from '#contracts/text.ts';
import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';
import type { Caller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import type { ApiEvent } from './event.ts';

/** HTTP API hands every claim over as text, numbers included. */
const claims = {
  /** An access token of the same pool passes the authoriser too; it carries none of what we decide by. */
  token_use: z.literal('id'),
  account: id,
  'cognito:username': z.string().min(1),
  iat: z.coerce.number().pipe(z.int().positive()),
};

const diary = z
  .string()
  .regex(/^[^/]+\/[^/]+$/)
  .transform((text) => {
    const [centre = '', patient = ''] = text.split('/');
    return { centre, patient };
  })
  .pipe(z.object({ centre: id, patient: id }));

const person = z
  .object({
    ...claims,
    /** Absent for an account without a diary. */
    diaries: z
      .string()
      .default('')
      .transform((text) => text.split(' ').filter((part) => part !== ''))
      .pipe(z.array(diary)),
  })
  .transform((claim): Caller => ({ kind: 'person', ...common(claim), diaries: claim.diaries }));

const staff = z
  .object({
    ...claims,
    centre: id,
    job: z.enum(STAFF_JOBS),
    /** How many centres there are to choose from. */
    centres: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
  })
  .transform(({ centre, job, centres, ...claim }): Caller => ({
    kind: 'staff',
    ...common(claim),
    centre,
    job,
    ...(centres === undefined ? {} : { worksElsewhere: true }),
  }));

const registry = z
  .object({ ...claims, job: z.enum(REGISTRY_JOBS) })
  .transform((claim): Caller => ({ kind: 'registry', ...common(claim), job: claim.job }));

const common = (claim: { account: string; 'cognito:username': string; iat: number }) => ({
  account: claim.account,
  username: claim['cognito:username'],
  issuedAt: claim.iat,
});

const byAudience: Readonly<Record<Audience, z.ZodType<Caller>>> = { diary: person, centre: staff, registry };

const mayCall = (route: Route, caller: Caller): boolean =>
  route.groups === 'everyone' || (caller.kind !== 'person' && route.groups.some((job) => job === caller.job));

/** Who calls, from the claims that the authoriser verified; whether their job covers the route. */
export const readCaller = (route: Route & { audience: Audience }, event: ApiEvent): Result<Caller> => {
  const read = byAudience[route.audience].safeParse(event.requestContext.authorizer?.jwt?.claims);
  if (!read.success) return fail('signed-out');
  return mayCall(route, read.data) ? ok(read.data) : fail('not-allowed');
};
