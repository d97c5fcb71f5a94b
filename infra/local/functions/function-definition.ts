/** A Lambda function as its template defines it. */
export type FunctionDefinition = {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** The bundled asset's directory; undefined for code that is not run here (CDK's own deployment helpers). */
  readonly codeDirectory: string | undefined;
  readonly runtime: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  /** Name of the log group that its output goes to. */
  readonly logGroup: string;
  /** How many copies may run at once; undefined where the template sets no limit. */
  readonly reservedConcurrency: number | undefined;
};

/** How an invocation ended, in the words Lambda uses. */
export type InvocationResult =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** Calls a function and waits for its answer. */
export type Invoke = (functionArn: string, event: unknown) => Promise<InvocationResult>;
