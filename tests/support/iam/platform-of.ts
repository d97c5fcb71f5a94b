import type { Cloud } from '../../../infra/local/cloud.ts';
import type { Invoke } from '../../../infra/local/functions/function-definition.ts';
import { createIam } from '../../../infra/local/iam/authorise.ts';
import { createPlatform, type Platform } from '../../../infra/local/iam/platform.ts';
import { createSessions } from '../../../infra/local/iam/sessions.ts';

/** What AWS does by itself between a cloud's resources, decided by their policies. */
export function platformOf(cloud: Cloud, invoke: Invoke): Platform {
  const iam = createIam(
    () => cloud,
    createSessions(),
    () => undefined,
  );
  return createPlatform(iam, () => cloud, invoke);
}
