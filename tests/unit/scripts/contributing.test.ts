import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { questionFields } from '../../../src/bank/schema.ts';
import { extractPrograms } from '../../../src/fences/extract.ts';
import { parseMasks } from '../../../src/fences/mask.ts';
import { parseMeta } from '../../../src/fences/meta.ts';
import { HELP } from '../../../verify/options.ts';
import { HELP as TRACE_HELP } from '../../../verify/trace/options.ts';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');

/** The words that a grammar lists in its own message about an unknown word. */
function listedBy(attempt: () => unknown): string[] {
  try {
    attempt();
  } catch (error) {
    return (
      /Known \w+: (.*)\./
        .exec((error as Error).message)?.[1]
        ?.split(', ')
        .map((word) => word.trim()) ?? []
    );
  }
  return [];
}

const words = {
  'meta word': listedBy(() => parseMeta('unheard')),
  mask: listedBy(() => parseMasks('unheard')),
  'front matter field': Object.keys(questionFields.shape),
};

for (const [kind, list] of Object.entries(words)) {
  test(`the author's guide explains every ${kind}`, () => {
    expect(list.length).toBeGreaterThan(5);
    const rows = guide.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('Words on the output'));
    expect(list.filter((word) => !rows.some((row) => new RegExp(`\`${word}\\b`).test(row)))).toEqual([]);
  });
}

test("the author's guide names every component", () => {
  const components = globSync('src/components/*.astro').map((file) => basename(file, '.astro'));
  expect(components.filter((name) => !guide.includes(`\`<${name}>\``))).toEqual([]);
});

test.each([
  ['verify', HELP],
  ['trace', TRACE_HELP],
])("the author's guide names every option of %s", (_, help) => {
  const options = [...help.matchAll(/^ {2}(?:-\w, )?(--\w+)/gm)].map((match) => match[1]!).filter((option) => option !== '--help');
  expect(options.length).toBeGreaterThan(4);
  expect(options.filter((option) => !guide.includes(`\`${option}`))).toEqual([]);
});

test('the guide and the README name every npm script', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = new Set([...`${guide}\n${readFileSync('README.md', 'utf8')}`.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name!));
  expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([]);
});

const examples = [...`${guide}\n${readFileSync('README.md', 'utf8')}`.matchAll(/^ *(`{3,4})mdx\n([\s\S]*?)^ *\1$/gm)].map((match) => match[2]!);

test('every example of the guide and the README is a page that verify understands', () => {
  expect(examples.length).toBeGreaterThan(15);
  for (const example of examples) extractPrograms(example);
});

test('every link of the guide and the README leads to a heading or a file', () => {
  const anchors = [...guide.matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const prose = guide.replace(/^(`{3,4})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
  expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
});
