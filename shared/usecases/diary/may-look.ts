import type { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import type { Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, type Result } from '#usecases/result.ts';
import { sightOf, type Mark, type Sight } from '#usecases/withheld/sight.ts';

type Links = readonly Stored<typeof link>[];

/** Why somebody may not read on. The link was read with the diary, so looking costs no call. */
export const mayNotLook = (
  caller: Person | StaffCaller,
  links: Links,
  statement: number,
): Result<never> | undefined => {
  if (caller.kind === 'staff') return undefined;
  const mine = links.find(({ account }) => account === caller.account);
  const stands = linkStands(mine, caller);
  if (!stands.ok) return stands;
  // Without agreement only the statement and the export are open. A newer one than this process knows yet is agreement too.
  return (mine?.statementAgreed ?? -1) < statement ? fail('statement-needed') : undefined;
};

/** What of a diary its people and its own centre may see. */
export const sightFor = (
  caller: Person | StaffCaller,
  { links, marks }: { readonly links: Links; readonly marks: readonly Mark[] },
): Sight => {
  if (caller.kind === 'staff') return sightOf(marks, { kind: 'own-centre' });
  const { account } = caller;
  const relation = links.find((one) => one.account === account)?.relation;
  return sightOf(marks, { kind: 'person', account, relation });
};
