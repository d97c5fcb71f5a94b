/** A function that shows what the local run gave it, and misbehaves on request. */
let calls = 0;

export const handler = async (event, context) => {
  calls += 1;
  console.log(JSON.stringify({ event }));
  if (event.triggerSource === 'TokenGeneration_Authentication') {
    return { ...event, response: { claimsOverrideDetails: { claimsToAddOrOverride: { account: 'a1' } } } };
  }
  if (event.Records?.some((record) => record.dynamodb?.NewImage?.spoiled))
    throw new Error('This record spoils the batch');
  switch (event.rawPath) {
    case '/v1/throw':
      throw new Error('an internal detail');
    case '/v1/slow':
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      break;
    case '/v1/exit':
      process.exit(3);
      break;
    case '/v1/wait':
      await new Promise((resolve) => setTimeout(resolve, 300));
      break;
  }
  const seen = {
    event,
    calls,
    pid: process.pid,
    environment: { ...process.env },
    remaining: context.getRemainingTimeInMillis(),
  };
  if (event.version !== '2.0') return seen;
  return {
    statusCode: 200,
    cookies: ['a=1; Path=/', 'b=2; Path=/'],
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(seen),
  };
};
