import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../infra/local/streams/matches-pattern.ts';

const event = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { type: { S: 'outbox' }, size: 5, gone: null, tags: ['a', 'b'] } },
};
const image = (rule: object) => ({ dynamodb: { NewImage: rule as never } });

describe('filter patterns', () => {
  it.each([
    ['a value in the list', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['no value in the list', { eventName: ['MODIFY'] }, false],
    ['every member has to fit', { eventName: ['INSERT'], eventSource: ['aws:dynamodb'] }, false],
    ['a nested value', image({ type: { S: ['outbox'] } }), true],
    ['a nested value of another kind', image({ type: { S: ['entry'] } }), false],
    ['a member that is not there', image({ status: { S: ['sent'] } }), false],
    ['null', image({ gone: [null] }), true],
    ['one element of a list', image({ tags: ['b'] }), true],
    ['a prefix', { eventName: [{ prefix: 'INS' }] }, true],
    ['a suffix', { eventName: [{ suffix: 'INS' }] }, false],
    ['any case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    ['anything but', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }, true],
    ['anything but it', { eventName: [{ 'anything-but': ['INSERT'] }] }, false],
    ['there', image({ size: [{ exists: true }] }), true],
    ['not there', image({ status: [{ exists: false }] }), true],
    ['a number in a range', image({ size: [{ numeric: ['>', 4, '<=', 5] }] }), true],
    ['a number outside a range', image({ size: [{ numeric: ['<', 5] }] }), false],
    ['one of two patterns', { $or: [{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }] }, true],
  ])('%s', (_name, pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  it('refuses a comparison it does not know rather than let everything through', () => {
    expect(() => matchesPattern({ eventName: [{ wildcard: 'I*' }] }, event)).toThrow('wildcard');
  });
});
