import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A request as the HTTP API hands it over (payload format 2.0), with the claims its authoriser verified. */
export type ApiEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
  };
};

export type ApiAnswer = APIGatewayProxyStructuredResultV2;

/** A header by its lower-case name; HTTP API sends all names in lower case. */
export const headerOf = (event: ApiEvent, name: string): string | undefined => event.headers[name];
