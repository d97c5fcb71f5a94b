import type { Owner } from '#table/entities/owner.ts';
import { audit } from '#table/entities/system.ts';
import type { Caller, Context, SharingStaff } from '#usecases/ports/context.ts';
import type { Result } from '#usecases/result.ts';
import { auditItem } from './audit-item.ts';

/** Every way to see a patient’s data, by the name of the use case that shows it. */
export const VIEWS = [
  'view-month',
  'view-insights',
  'keep-copy',
  'list-late',
  'read-patient',
  'read-log',
  'read-access-log',
  'export-diary',
  'list-patients',
  'list-worklist',
  'read-export',
  'view-shared-month',
  'list-shared',
  'read-stock',
  'read-plans',
  'read-photo',
  'trace-recall',
] as const;

/** What was looked at. */
export interface View {
  readonly action: (typeof VIEWS)[number];
  /** The month, span or job that was asked for. */
  readonly about?: string;
  /** For lists: the patients on the page (`centre/patient` where of another centre), or everyone of the centre. */
  readonly shown?: readonly string[] | 'everyone';
}

/** How the audit names a look that was refused; it is about the audit item of the look. */
export const REFUSED = 'refuse-view';

const viewItem = (context: Context, caller: Caller | SharingStaff, owner: Owner, { shown, ...view }: View) =>
  auditItem(context, caller, owner, {
    ...view,
    ...(shown === undefined ? {} : { shown: shown === 'everyone' ? shown : [...new Set(shown)] }),
    mutationId: context.newId(),
  });

/** Notes a view before it is answered, where only what was read tells whom it shows. */
export const noteView = async (
  context: Context,
  caller: Caller | SharingStaff,
  owner: Owner,
  view: View,
): Promise<void> => {
  await context.store.put(audit, viewItem(context, caller, owner, view));
};

/**
 * Reads with the view’s audit beside it: two calls in the time of one, and no answer before both are there. What turns
 * out to be refused has shown nothing, and the audit says so.
 */
export const readNoted = async <T>(
  context: Context,
  caller: Caller,
  owner: Owner,
  view: View,
  read: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const item = viewItem(context, caller, owner, view);
  const [result] = await Promise.all([read(), context.store.put(audit, item)]);
  if (!result.ok) {
    const refused = {
      action: REFUSED,
      about: item.audit,
      reason: result.failure.code,
      mutationId: item.mutationId,
    };
    await context.store.put(audit, auditItem(context, caller, owner, refused));
  }
  return result;
};
