import { describe, expect, test } from 'vitest';
import { extractPrograms, FenceError } from '../../../src/fences/extract.ts';

const fence = (info: string, code = '1;'): string => `\`\`\`${info}\n${code}\n\`\`\``;
const read = (...parts: string[]) => extractPrograms(`---\ntitle: x\n---\n\n${parts.join('\n\n')}\n`);

function mistake(...parts: string[]): string {
  try {
    read(...parts);
  } catch (error) {
    if (error instanceof FenceError) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'no mistake';
}

test('a program is found with its place and its output', () => {
  const { programs, fences } = read(fence('js run title="a.cjs"', 'console.log(1);'), fence('text output', '1'));
  expect(programs).toMatchObject([
    {
      kind: 'node',
      title: 'a.cjs',
      code: 'console.log(1);',
      from: 5,
      to: 7,
      variants: ['a.cjs'],
      lines: [22, 24, 26],
      throws: false,
      masks: [],
      needs: [],
      outcomes: null,
      outputs: [{ value: '1', from: 9, to: 11, lines: [22, 24, 26], variant: null }],
    },
  ]);
  expect(fences).toBe(1);
});

test('all words of a program are understood', () => {
  const { programs } = read(fence('js run title="a" as="cjs mjs" throws node=">=24" needs="redis" mask="pid ms" outcomes=5'));
  expect(programs[0]).toMatchObject({ variants: ['a.cjs', 'a.mjs'], throws: true, lines: [24, 26], needs: ['redis'], masks: ['pid', 'ms'], outcomes: 5 });
});

test('programs are found inside components, lists and quotations', () => {
  const { programs } = read(
    `<Predict>\n\n  ${fence('js run title="a.cjs"').replaceAll('\n', '\n  ')}\n\n</Predict>`,
    '- one\n\n  ```js run title="b.cjs"\n  if (1) {\n    2;\n  }\n  ```',
    '> ```js run title="c.cjs"\n> 1;\n> ```',
  );
  expect(programs.map(({ title, code }) => [title, code])).toEqual([
    ['a.cjs', '1;'],
    ['b.cjs', 'if (1) {\n  2;\n}'],
    ['c.cjs', '1;'],
  ]);
});

test('helpers go to every program of the page, programs above to a shell fence', () => {
  const { programs } = read(
    fence('js run title="a" as="cjs mjs"'),
    fence('sh run', 'ls'),
    fence('json file="data/x.json"', '{}'),
    fence('js run title="b.cjs"'),
  );
  expect(programs.map(({ title, files }) => [title, files.map((f) => f.name)])).toEqual([
    ['a', ['data/x.json']],
    ['terminal', ['data/x.json', 'a.cjs', 'a.mjs']],
    ['b.cjs', ['data/x.json']],
  ]);
});

test('norun fences are set apart, with their reason', () => {
  const page = read(fence('js run title="a.cjs"'), fence('js norun="needs a browser"'), fence('sh norun="deletes things"'));
  expect(page.skipped).toEqual([
    { title: 'js', reason: 'needs a browser', from: 9, script: true },
    { title: 'sh', reason: 'deletes things', from: 13, script: false },
  ]);
  expect(page.fences).toBe(2);
});

test('fences in other languages are none of our business', () => {
  expect(read(fence('json', '{}'), fence('json title="package.json"', '{}'), fence('', 'x'), fence('sh', 'ls')).programs).toEqual([]);
});

test('outputs may be split by lines and by module system', () => {
  const { programs } = read(
    fence('js run title="a" as="cjs mjs"'),
    fence('text output node="22 24" as="cjs"'),
    fence('text output node="26" as="cjs"'),
    fence('text output as="mjs"'),
  );
  expect(programs[0]!.outputs.map(({ lines, variant }) => [lines, variant])).toEqual([
    [[22, 24], 'a.cjs'],
    [[26], 'a.cjs'],
    [[22, 24, 26], 'a.mjs'],
  ]);
});

describe('a mistake is told with its line', () => {
  const program = fence('js run title="a.cjs"');

  test.each<[string, string[], string]>([
    ['JavaScript that is not run', [fence('js')], '5: This JavaScript is not run. Add `run title="name.mjs"`'],
    ['an output below nothing', [fence('text output')], '5: This output follows no `run` fence.'],
    [
      'an output that is separated from its program by another fence',
      [program, fence('json', '{}'), fence('text output')],
      '13: This output follows no `run` fence.',
    ],
    ['a program without a title', [fence('js run')], '5: A `run` fence needs a title'],
    ['a title that does not say the module system', [fence('js run title="a.js"')], '5: title="a.js" must say the module system'],
    ['a title that is a path', [fence('js run title="../a.cjs"')], '5: title="../a.cjs" is not a plain file name.'],
    ['a title with an extension beside `as`', [fence('js run title="a.cjs" as="cjs mjs"')], '5: With as="…" the title has no extension: title="a".'],
    ['an unknown module system', [fence('js run title="a" as="cjs amd"')], '5: as="…" knows cjs and mjs, not "amd".'],
    ['a module system named twice', [fence('js run title="a" as="cjs cjs"')], '5: Two fences of this page are called "a.cjs".'],
    ['two programs of one name', [program, program], '9: Two fences of this page are called "a.cjs".'],
    ['a program and a variant of one name', [program, fence('js run title="a" as="mjs cjs"')], '9: Two fences of this page are called "a.cjs".'],
    ['a program and a helper of one name', [program, fence('js file="a.cjs"')], '5: Two fences of this page are called "a.cjs".'],
    ['two helpers of one name', [fence('js file="a.cjs"'), fence('js file="a.cjs"')], '9: Two helpers of this page are called "a.cjs".'],
    ['a helper outside of the folder', [fence('js file="../a.cjs"')], '5: file="../a.cjs" is not a path inside the program\'s folder.'],
    ['a helper at an absolute path', [fence('js file="/etc/a.cjs"')], '5: file="/etc/a.cjs" is not a path'],
    ['a helper that climbs', [fence('js file="a/../../b.cjs"')], '5: file="a/../../b.cjs" is not a path'],
    ['a helper that claims to run', [fence('js run file="a.cjs" title="b.cjs"')], '5: A helper (`file`) is not run by itself'],
    ['run and norun at once', [fence('js run title="a.cjs" norun="x"')], '5: A fence cannot be both `run` and `norun`.'],
    ['a language that does not run', [fence('python run title="a.py"')], '5: A fence in "python" cannot run.'],
    ['a word that means nothing without run', [fence('js file="a.cjs" throws')], '5: "throws" means something only on a fence that runs.'],
    ['an unknown Node line', [fence('js run title="a.cjs" node="18"')], '5: node="18" names no supported Node line.'],
    ['an unknown mask', [fence('js run title="a.cjs" mask="time"')], '5: mask="time" has no mask called "time".'],
    ['an unknown word', [program, fence('text output nodes="22"')], '9: "nodes" is not a meta word of a fence.'],
    ['a program word on an output', [program, fence('text output mask="pid"')], '9: An output fence cannot say "mask".'],
    ['an output for a variant that is not run', [program, fence('text output as="mjs"')], '9: The program above is not run as "mjs".'],
    [
      'an output for a line that is not run',
      [fence('js run title="a.cjs" node=">=24"'), fence('text output node="22 24"')],
      '9: This output is for Node 22, where the program above does not run.',
    ],
    [
      'two outputs for one line',
      [program, fence('text output'), fence('text output node="26"')],
      '13: Two outputs cover Node 26: this one and the one on line 9.',
    ],
    [
      'two outputs for one module system',
      [fence('js run title="a" as="cjs mjs"'), fence('text output as="mjs"'), fence('text output')],
      '13: Two outputs cover Node 22 as a.mjs',
    ],
    ['a fence that is never closed', ['```js run title="a.cjs"\n1;'], '5: This fence is never closed.'],
    ['text that is no MDX', ['Text.\n\n<Say>\n\nText.'], '7: The page is not valid MDX: Expected a closing tag for `<Say>`'],
  ])('%s', (_, parts, message) => {
    expect(mistake(...parts)).toContain(message);
  });

  test('several outputs for one line are right for a race', () => {
    expect(mistake(fence('js run title="a.cjs" outcomes'), fence('text output'), fence('text output', '2'))).toBe('no mistake');
  });

  test('while repairing, wrong coverage is let through', () => {
    const source = [fence('js run title="a.cjs" node="24"'), fence('text output node="22"'), fence('text output')].join('\n\n');
    expect(extractPrograms(source, { repairing: true }).programs[0]!.outputs).toHaveLength(2);
  });
});

describe('the hash', () => {
  const program = (info = 'js run title="a.cjs"', code = '1;', output = 'x', words = '') => [fence(info, code), fence(`text output${words}`, output)];
  const hash = (...parts: string[]) => read(...parts).programs.at(-1)!.hash;
  const base = hash(...program());

  test.each<[string, string[]]>([
    ['code', program(undefined, '2;')],
    ['title', program('js run title="b.cjs"')],
    ['module systems', program('js run title="a" as="cjs"')],
    ['output', program(undefined, undefined, 'y')],
    ['lines of an output', program(undefined, undefined, undefined, ' node="24"')],
    ['lines', program('js run title="a.cjs" node=">=24"')],
    ['masks', program('js run title="a.cjs" mask="pid"')],
    ['throws', program('js run title="a.cjs" throws')],
    ['outcomes', program('js run title="a.cjs" outcomes')],
    ['needs', program('js run title="a.cjs" needs="redis"')],
    ['a helper', [fence('js file="lib.cjs"'), ...program()]],
  ])('changes with its %s', (_, parts) => {
    expect(hash(...parts)).not.toBe(base);
  });

  test('does not change with its place, the text around it, or what only the page shows', () => {
    expect(hash('Text.', '## A heading', ...program('js run title="a.cjs" {1} wrap'))).toBe(base);
  });

  test('is the same with Windows line ends', () => {
    const source = program(undefined, '1;\n2;', 'x\ny').join('\n\n');
    expect(extractPrograms(source.replaceAll('\n', '\r\n')).programs[0]!.hash).toBe(extractPrograms(source).programs[0]!.hash);
  });
});
