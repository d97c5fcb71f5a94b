import * as z from 'zod';

/** A value as a template holds it before or after its intrinsics are resolved. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** An object of such values. */
export type JsonObject = { [key: string]: Json };

/**
 * Take what `JSON.parse` made where a template or a body enters. They look at the outermost value only: the rest is
 * JSON because it was parsed as JSON, and looking at each value of a page of a stream again costs seconds.
 */
export const jsonSchema = z.custom<Json>((value) => value !== undefined);
/** As `jsonSchema`, for objects. */
export const jsonObjectSchema = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

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
