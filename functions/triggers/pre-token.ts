import type { PreTokenGenerationTriggerEvent } from 'aws-lambda';
import { claimsOf } from '#usecases/session/claims-of.ts';
import { tableContext } from '../container.ts';
import { withoutDetails } from '../middleware/without-details.ts';

const context = tableContext();

/** What tells who a person is, beside the account: none of it belongs into a token that lives in a browser. */
const SUPPRESSED = ['email', 'email_verified', 'name', 'custom:account'];

/**
 * Cognito asks before it signs a token (pre-token-generation, version 1: every tier of user pools has it).
 *
 * @throws Error when the account has no id of ours: nobody can sign in without one
 */
const addClaims = async (event: PreTokenGenerationTriggerEvent): Promise<PreTokenGenerationTriggerEvent> => {
  const account = event.request.userAttributes['custom:account'];
  if (account === undefined) throw new Error('A user has no account id.');
  event.response = {
    claimsOverrideDetails: {
      claimsToAddOrOverride: {
        ...(await claimsOf(account, context, event.request.clientMetadata?.['centre'])),
      },
      claimsToSuppress: SUPPRESSED,
    },
  };
  return event;
};

export const handler = withoutDetails(addClaims);
