/** Which side of a behaviour a viewer function runs on, and which function. */
export type ViewerFunctions = { readonly request: string | undefined; readonly response: string | undefined };

export type Behaviour = {
  /** `*` for the default. */
  readonly pathPattern: string;
  readonly originId: string;
  readonly methods: readonly string[];
  readonly compresses: boolean;
  readonly functions: ViewerFunctions;
  readonly headersPolicyId: string | undefined;
};

export type Origin = {
  readonly id: string;
  readonly domain: string;
  readonly path: string;
  /** Set on every request to the origin, over whatever the viewer sent. */
  readonly headers: Readonly<Record<string, string>>;
};

/** A CloudFront distribution as the template has it. */
export type Distribution = {
  readonly id: string;
  readonly arn: string;
  /** The audience the site is for: the template says it in the distribution's comment. */
  readonly name: string;
  readonly domain: string;
  /** Host names people use; none when the installation has no domain of its own. */
  readonly aliases: readonly string[];
  readonly rootObject: string;
  readonly origins: readonly Origin[];
  /** In order; the default is the last. */
  readonly behaviours: readonly Behaviour[];
};

/** Headers a policy sets; those without `overrides` leave the origin's own alone. */
export type HeadersPolicy = {
  readonly set: readonly { readonly name: string; readonly value: string; readonly overrides: boolean }[];
  readonly remove: readonly string[];
};
