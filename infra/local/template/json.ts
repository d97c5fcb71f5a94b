import * as z from 'zod';

/** A value as a template holds it before or after its intrinsics are resolved. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** An object of such values. */
export type JsonObject = { [key: string]: Json };

/** Parses JSON values; use it where a template or a request body enters. */
export const jsonSchema: z.ZodType<Json> = z.json();
/** Parses objects of JSON values. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema);

/** True for objects: not arrays, not null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * CloudFormation accepts `"true"`, `"5"` and the like for booleans and numbers, and CDK writes both forms.
 * These read either.
 */
export const cfnBoolean = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((text) => text === 'true'),
]);
export const cfnNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
