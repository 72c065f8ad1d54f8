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
  type?: string;
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

/** The fields of an object of the schema, in their order. */
export function fieldsOf(object: z.ZodType): Field[] {
  const { properties = {}, required = [] } = z.toJSONSchema(object) as Schema;
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field) + (required.includes(name) ? '' : ', may be absent'),
    about: field.description ?? '',
  }));
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return schema.items?.properties ? 'list' : `list of ${typeOf(schema.items!)}`;
  if (schema.type === 'object')
    return schema.properties ? `object: ${Object.keys(schema.properties).join(', ')}` : `object: ${typeOf(schema.additionalProperties as Schema)} by Node line`;
  return PLAIN[schema.type ?? ''] ?? String(schema.type);
}
