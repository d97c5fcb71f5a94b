// The local user pools are tested with the client the functions use; this is where tests may have it from.
export * from '@aws-sdk/client-cognito-identity-provider';
