import { signal } from '@preact/signals';
import type { StaffMe } from '#contracts/centre.ts';
import type { RouteName } from '#contracts/routes.ts';
import { api } from '../../shared/api/api.ts';
import { allowedJobs } from '../../shared/api/allowed-jobs.ts';
import type { Failure } from '../../shared/api/failure.ts';

const me = signal<StaffMe | undefined>(undefined);
const failure = signal<Failure | undefined>(undefined);

/** Reads who is signed in, and the centre with its policy. */
async function load(): Promise<void> {
  failure.value = undefined;
  const outcome = await api('get-centre', {});
  if (outcome.ok) me.value = outcome.value;
  else failure.value = outcome.failure;
}

/** Whether the signed-in person's job may call a route: what it may not is not shown. The API decides all the same. */
function may(route: RouteName): boolean {
  const jobs = allowedJobs[route];
  const job = me.value?.job;
  return job !== undefined && (jobs === undefined || jobs.some((allowed) => allowed === job));
}

/** The signed-in member of staff. */
export const staff = { me, failure, load, may };
