import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { localeFor, messages } from '#messages/messages.ts';

/**
 * Words Cognito's one mail, the code for a new password. Cognito sends one body as HTML and puts the code in the place
 * of `codeParameter`; any other mail it might send keeps its own words, and none is ever asked for.
 */
export const handler = (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  if (event.triggerSource === 'CustomMessage_ForgotPassword') {
    const locale = localeFor(event.request.userAttributes['locale']);
    const { subject, html } = messages[locale]['reset-code']({ code: event.request.codeParameter });
    event.response.emailSubject = subject;
    event.response.emailMessage = html;
  }
  return Promise.resolve(event);
};
