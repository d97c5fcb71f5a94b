import type { Route } from '#contracts/route.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Caller } from '#usecases/ports/context.ts';
import type { Scope } from '#usecases/ports/scopes.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import type { ApiEvent } from './event.ts';

const diaryIn = ({ pathParameters }: ApiEvent): DiaryIds => ({
  centre: pathParameters?.['c'] ?? '',
  patient: pathParameters?.['p'] ?? '',
});

const ofCentre = (caller: Caller): Result<Scope> =>
  caller.kind === 'staff' ? ok({ of: 'centre', centre: caller.centre }) : fail('not-found');

/**
 * The scope of a request, from the verified token and the declared route: handlers have no say in it. A diary that the
 * token does not cover answers as if it were not there, before its body is read or any credentials are asked for.
 *
 * @returns `undefined` for routes that touch only the function's own, shared items
 */
export const scopeOf = (route: Route, caller: Caller, event: ApiEvent): Result<Scope | undefined> => {
  switch (route.reach) {
    case 'open':
    case 'registry':
      return ok(undefined);
    case 'account':
      return ok({ of: 'account', account: caller.account });
    case 'diary': {
      const diary = diaryIn(event);
      return covers(caller, diary) ? ok({ of: 'diary', ...diary }) : fail('not-found');
    }
    case 'centre':
    case 'patient':
      return ofCentre(caller);
    // What the other centre granted is checked in the diary itself, by every use case of such a route.
    case 'shared-diary':
      return ok({ of: 'diary', ...diaryIn(event) });
  }
};

/** Whether a use case that works in several scopes may have this one for this caller. */
export const mayWorkIn = (scope: Scope, caller: Caller): boolean => {
  switch (scope.of) {
    case 'account':
      return scope.account === caller.account;
    case 'diary':
      return caller.kind === 'person' && covers(caller, scope);
    case 'pair':
      return (
        caller.kind === 'person' &&
        covers(caller, scope) &&
        covers(caller, { centre: scope.otherCentre, patient: scope.otherPatient })
      );
    // Anybody's, because it reads nothing: whether their link had ended stands in the same transaction.
    case 'late':
      return caller.kind === 'person';
    case 'centre':
      return caller.kind === 'staff' && scope.centre === caller.centre;
  }
};
