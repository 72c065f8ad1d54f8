import { z } from 'astro/zod';

/** A field of an object, as the documentation names it. */
export interface Field {
  name: string;
  /** Such as `text`, `list of text`, `number or null`. */
  type: string;
  about: string;
}

/** The part of JSON Schema that `z.toJSONSchema()` writes here. */
interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  additionalProperties?: Schema | false;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}

const PLAIN: Record<string, string> = { string: 'text', integer: 'number', boolean: 'true or false', null: 'null' };
const MANY: Record<string, string> = { ...PLAIN, integer: 'numbers' };

/** The fields of an object of the schema, in their order. */
export function fieldsOf(object: z.ZodType): Field[] {
  const { properties = {}, required = [] } = z.toJSONSchema(object) as Schema;
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field) + (required.includes(name) ? '' : ', may be absent'),
    about: field.description ?? '',
  }));
}

function typeOf({ type, ...schema }: Schema, words = PLAIN): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.join(', ');
  const kinds = schema.anyOf ?? (Array.isArray(type) ? type.map((one) => ({ type: one })) : []);
  if (kinds.length > 0) return kinds.map((one) => typeOf(one)).join(' or ');
  if (type === 'array') return schema.items?.properties ? listOf(schema.items.properties) : `list of ${typeOf(schema.items!, MANY)}`;
  if (type === 'object')
    return schema.properties ? `object: ${Object.keys(schema.properties).join(', ')}` : `${typeOf(schema.additionalProperties as Schema)} by Node line`;
  return words[String(type)] ?? String(type);
}

/** Objects of a few fields are described by their names; larger ones have a list of their own. */
function listOf(properties: object): string {
  const names = Object.keys(properties);
  return names.length > 4 ? 'list of objects' : `list of objects: ${names.join(', ')}`;
}
