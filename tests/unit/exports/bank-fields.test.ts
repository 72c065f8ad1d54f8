import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { BANK_OBJECTS, bankJsonSchema } from '../../../src/exports/bank-schema.ts';
import { fieldsOf } from '../../../src/exports/page/bank-fields.ts';

test('names each field with its type and its meaning', () => {
  const object = z.strictObject({
    a: z.string().describe('A `word`.'),
    b: z.array(z.int()),
    c: z.string().nullable(),
    d: z.record(z.string().regex(/^\d+$/), z.int()).optional(),
    e: z.array(z.strictObject({ x: z.string() })),
    f: z.enum(['one', 'two']),
    g: z.strictObject({ x: z.string(), y: z.boolean() }),
    h: z.literal(1),
  });
  expect(fieldsOf(object).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'a: text',
    'b: list of numbers',
    'c: text or null',
    'd: number by Node line, may be absent',
    'e: list of objects: x',
    'f: one, two',
    'g: object: x, y',
    'h: 1',
  ]);
  expect(fieldsOf(object)[0]!.about).toBe('A `word`.');
});

test('every field of bank.json has a meaning', () => {
  for (const [object, schema] of Object.entries(BANK_OBJECTS)) for (const { name, about } of fieldsOf(schema)) expect(about, `${object}.${name}`).not.toBe('');
});

test('a copy of the JSON Schema accepts a later file with a new field, and still no file without an old one', () => {
  const schema = z.fromJSONSchema(bankJsonSchema('https://example.org/bank.schema.json') as Parameters<typeof z.fromJSONSchema>[0]);
  const problems = (file: object): string[] => schema.safeParse(file).error!.issues.map(({ code, path }) => `${path.join('.')} ${code}`);
  expect(problems({ fresh: 1, licence: { fresh: 1 } }).filter((problem) => problem.includes('unrecognized_keys'))).toEqual([]);
  expect(problems({ fresh: 1 })).toContain('questions invalid_type');
});
