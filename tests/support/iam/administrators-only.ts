import { createIam, type Iam } from '../../../infra/local/iam/authorise.ts';
import { createSessions } from '../../../infra/local/iam/sessions.ts';

/** For tests of one engine, where no template has made a role: only the administrator gets in. */
export const administratorsOnly = (): Iam =>
  createIam(
    () => {
      throw new Error('There are no roles here');
    },
    createSessions(),
    () => undefined,
  );
