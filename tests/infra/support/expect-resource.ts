import type { Template } from 'aws-cdk-lib/assertions';
import { expect } from 'vitest';

/** CDK's assertions throw, which vitest doesn't count: through these a test that asserts nothing is still found out. */
export const expectResource = (template: Template, type: string, properties: unknown): void => {
  expect(() => {
    template.hasResourceProperties(type, properties);
  }).not.toThrow();
};

export const expectAll = (template: Template, type: string, properties: unknown): void => {
  expect(() => {
    template.allResourcesProperties(type, properties);
  }).not.toThrow();
};

export const expectCount = (template: Template, type: string, count: number): void => {
  expect(Object.keys(template.findResources(type))).toHaveLength(count);
};
