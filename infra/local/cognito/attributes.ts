import { refuse } from './refusal.ts';
import type { Pool } from './state.ts';

/** The attributes every pool has (developer guide, "Working with user attributes"), less `sub`, which is Cognito's. */
const STANDARD = new Set(
  'address birthdate email email_verified family_name gender given_name locale middle_name name nickname phone_number phone_number_verified picture preferred_username profile updated_at website zoneinfo'.split(
    ' ',
  ),
);

export interface AttributeInput {
  Name: string;
  Value?: string | undefined;
}

const nameInPool = (name: string): string =>
  STANDARD.has(name) || name.startsWith('custom:') ? name : `custom:${name}`;

function problem(pool: Pool, { Name, Value = '' }: AttributeInput, isNew: boolean): string | undefined {
  const declared = (pool.settings.Schema ?? []).find((attribute) => nameInPool(attribute.Name) === Name);
  if (!declared && !STANDARD.has(Name)) return `${Name}: Attribute does not exist in the schema.`;
  // An attribute is mutable unless the schema says not (SchemaAttributeType).
  if (!isNew && declared?.Mutable === false) return `${Name}: Attribute cannot be updated.`;
  const { MaxLength, MinLength } = declared?.StringAttributeConstraints ?? {};
  if (Value.length > Number(MaxLength ?? 2048))
    return `${Name}: String must be no longer than ${MaxLength ?? '2048'}`;
  if (Value.length < Number(MinLength ?? 0))
    return `${Name}: String must be no shorter than ${MinLength ?? '0'}`;
  return undefined;
}

/**
 * Refuses attributes the pool's schema doesn't allow, all at once in one text as Cognito does.
 * @param isNew the user is being made: attributes that never change may be set, the required ones must be
 */
export function checkAttributes(pool: Pool, given: AttributeInput[], isNew: boolean): void {
  const problems = given.flatMap((attribute) => problem(pool, attribute, isNew) ?? []);
  const missing = (pool.settings.Schema ?? [])
    .filter((attribute) => isNew && attribute.Required === true && STANDARD.has(attribute.Name))
    .filter((attribute) => !given.some(({ Name }) => Name === attribute.Name))
    .map((attribute) => `${attribute.Name}: The attribute is required`);
  const all = [...problems, ...missing];
  if (all.length > 0) {
    refuse('InvalidParameterException', `Attributes did not conform to the schema: ${all.join('\n')}\n`);
  }
}

/** The attributes after an update; an empty value removes one, and a new address is not a verified one. */
export function withAttributes(
  current: Record<string, string>,
  given: AttributeInput[],
): Record<string, string> {
  const next = { ...current };
  const set = new Map(given.map(({ Name, Value }) => [Name, Value ?? '']));
  for (const [address, verified] of [
    ['email', 'email_verified'],
    ['phone_number', 'phone_number_verified'],
  ] as const) {
    if (set.has(address) && set.get(address) !== current[address] && !set.has(verified))
      next[verified] = 'false';
  }
  for (const [name, value] of set) next[name] = value;
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''));
}
