import { describe, expect, it } from 'vitest';
import { resolve, type Scope } from '../../../infra/local/template/intrinsics.ts';
import { inOrderOfNeed, namedIn } from '../../../infra/local/template/dependencies.ts';

const scope: Scope = {
  ref: (id) => ({ Table: 'diaries', 'AWS::Region': 'eu-west-2', 'AWS::NoValue': undefined })[id],
  getAtt: (id, attribute) => `${id}/${attribute}`,
  condition: (name) => name === 'True',
  findInMap: (map, first, second) => `${map}.${first}.${second}`,
  importValue: (name) => `imported ${name}`,
  stackOutput: (stack, output) => `${stack}:${output}`,
  dynamicReference: (service, reference) => `<${service} ${reference}>`,
};

describe('intrinsic functions', () => {
  it.each([
    ['Ref', { Ref: 'Table' }, 'diaries'],
    ['Fn::GetAtt with a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table/Arn'],
    ['Fn::GetAtt with a dotted name', { 'Fn::GetAtt': 'Function.Meta.ARN' }, 'Function/Meta.ARN'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 2]] }, 'a-diaries-2'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host/path'] }] }, 'host'],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${Table} in ${AWS::Region} by ${Role.Arn}' },
      'diaries in eu-west-2 by Role/Arn',
    ],
    ['Fn::Sub with its own variables', { 'Fn::Sub': ['${a}${!b}', { a: { Ref: 'Table' } }] }, 'diaries${b}'],
    ['Fn::If on a true condition', { 'Fn::If': ['True', 'yes', 'no'] }, 'yes'],
    ['Fn::If on a false condition', { 'Fn::If': ['False', 'yes', { Ref: 'Table' }] }, 'diaries'],
    ['Fn::Equals', { 'Fn::Equals': [{ Ref: 'Table' }, 'diaries'] }, true],
    [
      'Fn::Not, Fn::And and Fn::Or',
      { 'Fn::Not': [{ 'Fn::And': [true, { 'Fn::Or': [false, false] }] }] },
      true,
    ],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'Data:Table' }, 'imported Data:Table'],
    ['Fn::GetStackOutput', { 'Fn::GetStackOutput': { StackName: 'Edge', OutputName: 'Acl' } }, 'Edge:Acl'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Map', 'a', 'b'] }, 'Map.a.b'],
    ['Fn::Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['Fn::ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Table' } } }, '{"a":"diaries"}'],
  ])('%s', (_name, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it('leaves members and elements out that are AWS::NoValue', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(resolve({ a: none, b: [1, none, 2], c: { d: none } }, scope)).toEqual({ b: [1, 2], c: {} });
  });

  it('resolves a dynamic reference that is whole only after it was joined', () => {
    const value = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Table' }, ':SecretString:::}}']] };
    expect(resolve(value, scope)).toBe('<secretsmanager diaries:SecretString:::>');
  });

  it('refuses a function it does not know, by name', () => {
    expect(() => resolve({ 'Fn::Cidr': ['10.0.0.0/8'] }, scope)).toThrow('Fn::Cidr');
  });

  it('takes an object with one member that is no function as it is', () => {
    expect(resolve({ Condition_: 'x' }, scope)).toEqual({ Condition_: 'x' });
  });
});

describe('the order resources are made in', () => {
  it('finds what a resource names by Ref, Fn::GetAtt and Fn::Sub', () => {
    const value = {
      a: { Ref: 'One' },
      b: [{ 'Fn::GetAtt': ['Two', 'Arn'] }, { 'Fn::Sub': ['${Three.Arn} ${!Four}', {}] }],
    };
    expect([...namedIn(value)].sort()).toEqual(['One', 'Three', 'Two']);
  });

  it('puts each after those it needs, and ties as they came', () => {
    const needs: Record<string, string[]> = { a: ['c'], b: [], c: ['unknown'] };
    expect(inOrderOfNeed(['a', 'b', 'c'], (id) => needs[id] ?? [])).toEqual(['c', 'a', 'b']);
  });

  it('names the circle when there is one', () => {
    expect(() => inOrderOfNeed(['a', 'b'], (id) => (id === 'a' ? ['b'] : ['a']))).toThrow('a → b → a');
  });
});
