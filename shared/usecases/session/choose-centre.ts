import type * as z from 'zod';
import type { workplaces } from '#contracts/session.ts';
import { registryCentre } from '#table/entities/centre.ts';
import { fail, ok, type Result } from '../result.ts';
import { placesToWork } from './claims-of.ts';
import { rotateSession, sessionOfCookie } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SignedIn } from './start-session.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** The centres that whoever holds this session may work at now, by name. */
export const listWorkplaces = async (
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<z.infer<typeof workplaces>>>> => {
  const found = await sessionOfCookie(context, 'centre', visitor);
  if (!found.ok) return found;
  const { account, centre: current } = found.value.stored;
  const places = await placesToWork(account, context);
  const named = await Promise.all(
    places.map(async ({ centre, job }) => {
      const listed = await context.store.get(registryCentre, registryCentre.key({ centre }));
      return { id: centre, name: listed?.name ?? centre, job, current: centre === current };
    }),
  );
  return ok({ answer: { items: named.sort((one, other) => one.name.localeCompare(other.name)) } });
};

/**
 * Moves this session, and no other of the account, to another of the person's centres.
 *
 * @returns `not-found` where they have no job, or where it is suspended: the session stays as it is
 */
export const chooseCentre = async (
  { centre }: { readonly centre: string },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const found = await sessionOfCookie(context, 'centre', visitor);
  if (!found.ok) return found;
  const places = await placesToWork(found.value.stored.account, context);
  if (!places.some((place) => place.centre === centre)) return fail('not-found');
  return rotateSession(context, found.value, centre);
};
