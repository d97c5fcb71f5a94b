import type * as z from 'zod';

type Schema = z.core.JSONSchema._JSONSchema;

/**
 * A JSON schema in a few words for a table cell: `date`, `one of …`, `list of …`, `{ a, b }`. Deeper levels are left
 * to the schema itself.
 */
export function typeOf(schema: Schema): string {
  if (typeof schema === 'boolean') return 'anything';
  const { type, format, enum: values, const: only, items, properties } = schema;
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (values) return `one of ${values.map((value) => `\`${String(value)}\``).join(', ')}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (type === 'array') return `list of ${items && !Array.isArray(items) ? typeOf(items) : 'values'}`;
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`;
  if (type === 'object') return 'values by name';
  return format ?? (typeof type === 'string' ? type : 'anything');
}
