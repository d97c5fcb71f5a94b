/** A limit on calls: a bucket that holds `burst` and is filled at `perSecond`. */
export type Throttle = { readonly perSecond: number; readonly burst: number };

export type Route = {
  /** `GET /v1/me`, `ANY /v1/{proxy+}` or `$default`. */
  readonly key: string;
  readonly integrationId: string;
  /** Undefined on open routes. */
  readonly authorizerId: string | undefined;
  readonly scopes: readonly string[];
};

export type Integration = { readonly functionArn: string; readonly timeoutMs: number };

export type JwtAuthorizer = {
  /** As the template has it; the last part of its path is the pool's id. */
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Name of the header, in lower case. */
  readonly header: string;
};

export type Stage = {
  readonly name: string;
  readonly throttle: Throttle | undefined;
  readonly routeThrottles: ReadonlyMap<string, Throttle>;
  /** With `$context` variables; undefined when the stage keeps no access log. */
  readonly accessLogFormat: string | undefined;
};

/** An HTTP API as its resources in the template describe it. */
export type HttpApi = {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly domain: string;
  readonly routes: Route[];
  readonly integrations: Map<string, Integration>;
  readonly authorizers: Map<string, JwtAuthorizer>;
  readonly stages: Stage[];
};

/** A request as it reaches the API; names of headers are in lower case. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when there was more of it than API Gateway takes. */
  readonly body: Buffer | undefined;
  readonly sourceIp: string;
};

export type ApiResponse = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
};
