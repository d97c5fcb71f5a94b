/** A permission that the test suite never uses, and why it is there all the same. */
export interface Unused {
  /** Fits the statement as the report describes it: `<role>/<policy>#<Sid> <Effect>`, then its conditions as JSON. */
  readonly statement: RegExp;
  /** Only these of its actions, resources and values of conditions; `*` stands for any text. */
  readonly of?: readonly string[];
  /** A full sentence for whoever reviews the role. */
  readonly because: string;
}

/**
 * Every permission that is granted and not seen used when the suite runs on the local machine. `npm run iam:report`
 * fails for any other, and for a reason here that explains nothing any more.
 */
export const UNUSED_PERMISSIONS: readonly Unused[] = [
  {
    statement: /Publisher\w*\/exactly#(?:ReadBuiltSites|CompareSites|PublishSites) /u,
    because:
      'Only a deployment runs this function, which the CDK brings; the local run copies the files itself.',
  },
];
