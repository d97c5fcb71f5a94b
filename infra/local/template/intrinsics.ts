import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** What a template's functions can ask of the stack they stand in. */
export type Scope = {
  readonly ref: (logicalId: string) => Json | undefined;
  readonly getAtt: (logicalId: string, attribute: string) => Json;
  readonly condition: (name: string) => boolean;
  readonly findInMap: (map: string, first: string, second: string) => Json;
  readonly importValue: (name: string) => Json;
  readonly stackOutput: (stackName: string, output: string) => Json;
  readonly dynamicReference: (service: string, reference: string) => string;
};

type IntrinsicFunction = (argument: Json, scope: Scope) => Json | undefined;

/**
 * Resolves every intrinsic function in a template value, as CloudFormation does when it makes a resource.
 *
 * @returns the plain value, or undefined where it is `AWS::NoValue` (members and elements that are so are left out).
 * @throws when a function is not known here, or asks for something the template does not have.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: Json, scope: Scope): Json | undefined {
  if (typeof value === 'string') return resolveDynamicReferences(value, scope);
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (!isJsonObject(value)) return value;
  const call = intrinsicOf(value);
  if (call !== undefined) {
    const answer = call.apply(call.argument, scope);
    // CDK joins the parts of a dynamic reference, so it is whole only now.
    return typeof answer === 'string' ? resolveDynamicReferences(answer, scope) : answer;
  }
  const resolved: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const plain = resolve(member, scope);
    if (plain !== undefined) resolved[key] = plain;
  }
  return resolved;
}

function intrinsicOf(value: JsonObject): { apply: IntrinsicFunction; argument: Json } | undefined {
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  const apply = INTRINSICS.get(name);
  if (apply !== undefined) return { apply, argument };
  if (name.startsWith('Fn::'))
    throw new Error(`The template uses ${name}, which the local run does not know`);
  return undefined;
}

const INTRINSICS = new Map<string, IntrinsicFunction>([
  ['Ref', (argument, scope) => scope.ref(text(argument, 'Ref'))],
  ['Condition', (argument, scope) => scope.condition(text(argument, 'Condition'))],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  [
    'Fn::If',
    (argument, scope) => {
      const [condition, whenTrue, whenFalse] = list(argument, 'Fn::If');
      const chosen = scope.condition(text(condition, 'Fn::If')) ? whenTrue : whenFalse;
      return chosen === undefined ? undefined : resolve(chosen, scope);
    },
  ],
  [
    'Fn::Equals',
    (argument, scope) => {
      const [left, right] = list(argument, 'Fn::Equals').map((item) => resolve(item, scope));
      return JSON.stringify(left) === JSON.stringify(right);
    },
  ],
  ['Fn::And', (argument, scope) => list(argument, 'Fn::And').every((item) => resolve(item, scope) === true)],
  ['Fn::Or', (argument, scope) => list(argument, 'Fn::Or').some((item) => resolve(item, scope) === true)],
  ['Fn::Not', (argument, scope) => list(argument, 'Fn::Not').every((item) => resolve(item, scope) !== true)],
  [
    'Fn::ImportValue',
    (argument, scope) => scope.importValue(text(resolve(argument, scope), 'Fn::ImportValue')),
  ],
  [
    'Fn::GetStackOutput',
    (argument, scope) => {
      const { StackName, OutputName } = isJsonObject(argument) ? argument : {};
      return scope.stackOutput(text(StackName, 'Fn::GetStackOutput'), text(OutputName, 'Fn::GetStackOutput'));
    },
  ],
  [
    'Fn::Base64',
    (argument, scope) => Buffer.from(text(resolve(argument, scope), 'Fn::Base64')).toString('base64'),
  ],
  ['Fn::ToJsonString', (argument, scope) => JSON.stringify(resolve(argument, scope))],
  ['Fn::Length', (argument, scope) => list(resolve(argument, scope), 'Fn::Length').length],
  [
    'Fn::FindInMap',
    (argument, scope) => {
      const [map, first, second] = list(argument, 'Fn::FindInMap').map((item) =>
        text(resolve(item, scope), 'Fn::FindInMap'),
      );
      return scope.findInMap(map ?? '', first ?? '', second ?? '');
    },
  ],
]);

function getAtt(argument: Json, scope: Scope): Json {
  const path = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
  const [logicalId, ...attribute] = path.map((part) => text(resolve(part, scope), 'Fn::GetAtt'));
  return scope.getAtt(logicalId ?? '', attribute.join('.'));
}

/** `${Name}`, `${Name.Attribute}` and the function's own variables; `${!Name}` stands for itself. */
function substitute(argument: Json, scope: Scope): Json {
  const [template, variables] =
    typeof argument === 'string' ? [argument, undefined] : list(argument, 'Fn::Sub');
  const own = isJsonObject(variables) ? variables : {};
  return text(template, 'Fn::Sub').replaceAll(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const variable = own[name];
    if (variable !== undefined) return text(resolve(variable, scope), 'Fn::Sub');
    const dot = name.indexOf('.');
    const value = dot < 0 ? scope.ref(name) : scope.getAtt(name.slice(0, dot), name.slice(dot + 1));
    return text(value, `Fn::Sub of ${name}`);
  });
}

function join(argument: Json, scope: Scope): Json {
  const [separator, items] = list(argument, 'Fn::Join');
  const parts = list(resolve(items ?? [], scope), 'Fn::Join').map((item) => text(item, 'Fn::Join'));
  return parts.join(text(separator, 'Fn::Join'));
}

function select(argument: Json, scope: Scope): Json {
  const [index, items] = list(argument, 'Fn::Select');
  const position = Number(resolve(index ?? 0, scope));
  const chosen = list(resolve(items ?? [], scope), 'Fn::Select')[position];
  if (chosen === undefined) throw new Error(`Fn::Select has no element ${String(position)}`);
  return chosen;
}

function split(argument: Json, scope: Scope): Json {
  const [separator, source] = list(argument, 'Fn::Split');
  return text(resolve(source ?? '', scope), 'Fn::Split').split(text(separator, 'Fn::Split'));
}

function resolveDynamicReferences(value: string, scope: Scope): string {
  return value.replaceAll(/\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (_all, service: string, reference: string) =>
    scope.dynamicReference(service, reference),
  );
}

function text(value: Json | undefined, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${where} needs text, not ${JSON.stringify(value)}`);
}

function list(value: Json | undefined, where: string): Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} needs a list, not ${JSON.stringify(value)}`);
}
