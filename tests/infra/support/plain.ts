import { STACKS, type ReadTemplates } from './templates.ts';

export const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

const exported = (templates: ReadTemplates, name: string): unknown => {
  const [stackName = '', output = ''] = name.split(':');
  const stack = STACKS.find((one) => `Haemdiary${one}` === stackName);
  return stack === undefined ? undefined : templates.read[stack].Outputs[output]?.Value;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value of a template as a person would write it: `Diaries/Table`'s ARN is `DiariesTable`, another attribute
 * `DiariesTable.StreamArn`, a joined text is one text, and a value of another stack is looked up there.
 */
export const plain = (templates: ReadTemplates, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => plain(templates, one));
  if (!isObject(value)) return value;
  const { Ref, 'Fn::GetAtt': att, 'Fn::ImportValue': imported, 'Fn::Join': join } = value;
  if (typeof Ref === 'string') return Ref.startsWith('AWS::') ? `<${Ref}>` : withoutHash(Ref);
  if (Array.isArray(att)) {
    const [id, attribute] = att.map(String);
    const name = withoutHash(id ?? '');
    return attribute === 'Arn' ? name : `${name}.${attribute ?? ''}`;
  }
  if (typeof imported === 'string') return plain(templates, exported(templates, imported));
  if (Array.isArray(join)) {
    const texts = plain(templates, join.at(1));
    if (!Array.isArray(texts)) throw new Error('A join joins a list.');
    return texts.join(String(join.at(0)));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(templates, one)]));
};
