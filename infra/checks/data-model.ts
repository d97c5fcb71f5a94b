import * as z from 'zod';
import { entities, type AnyEntity } from '#table/entities/all.ts';
import { common } from '#table/entity.ts';
import { tableDefinition } from '#table/table.ts';
import { typeOf } from './type-of.ts';

const code = (text: string) => `\`${text}\``;
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/**
 * An item that answers every question about its fields with a word, so that an entity's index function can be asked
 * which indexes it ever writes without an example of each entity.
 */
const anyItem: unknown = new Proxy(() => undefined, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return () => 'x';
    if (name === Symbol.iterator) return () => ['x'].values();
    return anyItem;
  },
  apply: () => anyItem,
});

const indexesOf = ({ indexes }: AnyEntity): string[] =>
  Object.keys((indexes as (item: unknown) => object)(anyItem));

function fieldRows(fields: z.ZodObject): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(fields, { io: 'output', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) =>
    row(code(name), typeOf(schema), required.includes(name) ? '' : 'may be missing'),
  );
}

function section(entity: AnyEntity): string[] {
  const indexes = indexesOf(entity);
  const { template, retention } = entity;
  return [
    `### ${entity.type}`,
    '',
    entity.describes,
    '',
    `- **Key** ${code(template.pk)} · ${code(template.sk)}`,
    ...(indexes.length > 0 ? [`- **In the indexes** ${indexes.map(code).join(', ')}`] : []),
    `- **Read by** ${entity.readers}`,
    `- **Kept** ${retention.keep}. ${retention.why}`,
    '',
    row('field', 'type', ''),
    row('---', '---', '---'),
    ...fieldRows(entity.fields),
    '',
  ];
}

const projected = (projection: 'keys' | 'all' | readonly string[]) =>
  typeof projection === 'string' ? projection : projection.map(code).join(', ');

function indexRows(): string[] {
  const holders = (name: string) =>
    entities
      .filter((entity) => indexesOf(entity).includes(name))
      .map(({ type }) => type)
      .join(', ');
  const local = Object.entries(tableDefinition.localIndexes).map(([name, { sortKey }]) =>
    row(`${code(name)} (local)`, code(sortKey), holders(name), 'all', 'A diary between two local moments.'),
  );
  const global = Object.entries(tableDefinition.globalIndexes).map(
    ([name, { partitionKey, sortKey, projection, answers }]) =>
      row(
        code(name),
        `${code(partitionKey)}, ${code(sortKey)}`,
        holders(name),
        projected(projection),
        answers,
      ),
  );
  return [...local, ...global];
}

/** The data-model page, made from the table definition and from nothing else. Markdown. */
export function dataModel(): string {
  return [
    '# Data model',
    '',
    'Generated from `shared/table` by `npm run docs`; not to be edited.',
    '',
    `One table: ${code(tableDefinition.partitionKey)}, ${code(tableDefinition.sortKey)}; items with ${code(tableDefinition.timeToLive)} (epoch seconds) go by themselves.`,
    'Every item also carries:',
    '',
    row('field', 'type', ''),
    row('---', '---', '---'),
    ...fieldRows(common),
    '',
    '## Indexes',
    '',
    row('index', 'keys', 'holds', 'copies', 'answers'),
    row('---', '---', '---', '---', '---'),
    ...indexRows(),
    '',
    '## Items',
    '',
    ...entities.flatMap(section),
  ].join('\n');
}
