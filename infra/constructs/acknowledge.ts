import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A reason is for the person who reviews the exception: one full sentence at least, not a tag. */
const FULL_SENTENCE = /^[A-Z][^]{38,}\.$/;

/**
 * Acknowledges findings of cdk-nag beside the construct they are about.
 *
 * @param findings exact finding id (`AwsSolutions-IAM5[Resource::…]`) → why it is right as it is, in a full sentence
 * @throws Error when a reason is not a sentence
 */
export const acknowledge = (construct: IConstruct, findings: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(findings)) {
    if (!FULL_SENTENCE.test(reason)) throw new Error(`The reason for ${id} is not a full sentence.`);
    Validations.of(construct).acknowledge({ id, reason });
  }
};
