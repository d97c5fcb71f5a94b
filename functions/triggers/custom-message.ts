import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { localeFor, messages } from '#messages/messages.ts';

/**
 * Words Cognito's one mail, the code for a new password. Cognito sends one body as HTML and puts the code in the place
 * of `codeParameter`; the language is the one that whoever asked was reading; any other mail it might send keeps its own words, and none is ever asked for.
 */
export const handler = (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  if (event.triggerSource === 'CustomMessage_ForgotPassword') {
    const { clientMetadata, userAttributes } = event.request;
    const locale = localeFor(clientMetadata?.['locale'] ?? userAttributes['locale']);
    const { subject, html } = messages[locale]['reset-code']({ code: event.request.codeParameter });
    event.response.emailSubject = subject;
    event.response.emailMessage = html;
  }
  return Promise.resolve(event);
};
