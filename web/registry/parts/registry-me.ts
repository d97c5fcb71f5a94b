import { signal } from '@preact/signals';
import type { RouteName } from '#contracts/routes.ts';
import type { RegistryMe } from '#contracts/registry.ts';
import { api } from '../../shared/api/api.ts';
import { allowedJobs } from '../../shared/api/allowed-jobs.ts';
import type { Failure } from '../../shared/api/failure.ts';

const me = signal<RegistryMe | undefined>(undefined);
const failure = signal<Failure | undefined>(undefined);

/** Reads who is signed in. */
async function load(): Promise<void> {
  failure.value = undefined;
  const outcome = await api('get-registry', {});
  if (outcome.ok) me.value = outcome.value;
  else failure.value = outcome.failure;
}

/** Whether the signed-in person's job may call a route. */
function may(route: RouteName): boolean {
  const jobs = allowedJobs[route];
  const job = me.value?.job;
  return job !== undefined && (jobs === undefined || jobs.some((allowed) => allowed === job));
}

/** The signed-in person of the registry. */
export const registryMe = { me, failure, load, may };
