import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractPrograms, type Program } from '../../../src/fences/extract.ts';
import { NODE_LINES, type NodeLine } from '../../../src/fences/lines.ts';
import { normalise } from '../../../src/fences/mask.ts';
import type { Printed } from '../../../verify/run.ts';
import { settle, type Fate } from '../../../verify/settle.ts';
import { js, makeHouse, output, page, tempFolder } from './house.ts';

/** What a program prints on a line, under a name. */
type Prints = (line: NodeLine, variant: string) => string;

/** Updates a page whose programs print the given texts; gives its new text. A second update must find nothing to do. */
function updated(source: string, ...prints: (Prints | string)[]): string {
  const file = path.join(tempFolder(), 'page.mdx');
  const update = (text: string): string => {
    writeFileSync(file, text);
    const fates = extractPrograms(text, { repairing: true }).programs.map((program, index) => play(program, prints[index] ?? ''));
    const { findings, updated: changed } = settle({ slug: 'loop/page', file, source: text }, 'page.mdx', fates, true, {});
    expect(findings.filter(({ kind }) => kind !== 'warning')).toEqual([]);
    expect(changed).toBe(readFileSync(file, 'utf8') !== text);
    return readFileSync(file, 'utf8');
  };
  const once = update(source);
  expect(update(once)).toBe(once);
  return once;
}

function play(program: Program, prints: Prints | string): Fate {
  const run = (output: string): Printed => ({ output: normalise(output, program.masks), code: 0, signal: null, limit: null });
  const results = program.lines.map((line) => ({
    line,
    printed: program.variants.map((variant) => ({ variant, runs: [run(typeof prints === 'string' ? prints : prints(line, variant))] })),
  }));
  const nodes = program.lines.map((line) => ({ line, version: NODE_LINES[line], bin: process.execPath }));
  return { program, nodes, cached: false, blocked: null, results };
}

const byLine =
  (texts: Record<number, string>): Prints =>
  (line) =>
    texts[line]!;
const program = js('/* what it prints is played */', 'title="a.cjs"');
const both = js('/* played */', 'title="a" as="cjs mjs"');

test('a missing output is inserted below the program', () => {
  expect(updated(page(program, 'Text.'), 'one\ntwo')).toBe(page(program, output('one\ntwo'), 'Text.'));
});

test('a wrong output is replaced, and everything else stays byte for byte', () => {
  const around = (text: string) => `---\ntitle: "x"  \n---\n\n\n\nA\ttab,  two blanks, no ‹change›.  \n\n${program}\n\n\n${output(text)}\n\n* * *\n\n\n`;
  expect(updated(around('wrong\nwrong'), 'right')).toBe(around('right'));
});

test('an output that is right is left as it is, trailing blanks included', () => {
  const source = page(program, '```text output wrap\nright  \n\n```');
  expect(updated(source, 'right')).toBe(source);
});

test('lines that differ are split, lines that agree share a fence', () => {
  expect(updated(page(program, output('old'), 'Text.'), byLine({ 22: 'old', 24: 'old', 26: 'new' }))).toBe(
    page(program, output('old', 'node="22 24"'), output('new', 'node="26"'), 'Text.'),
  );
});

test('three different lines get three fences', () => {
  expect(updated(page(program), byLine({ 22: 'a', 24: 'b', 26: 'c' }))).toBe(
    page(program, output('a', 'node="22"'), output('b', 'node="24"'), output('c', 'node="26"')),
  );
});

test('lines that agree again are merged', () => {
  expect(updated(page(program, output('old', 'node="22 24"'), output('new', 'node="26"'), 'Text.'), 'same')).toBe(page(program, output('same'), 'Text.'));
});

test('fences that already cover the right lines keep their places and their words', () => {
  expect(updated(page(program, output('x', 'node=">=24" wrap'), output('y', 'node="22"')), byLine({ 22: 'a', 24: 'b', 26: 'b' }))).toBe(
    page(program, output('b', 'node=">=24" wrap'), output('a', 'node="22"')),
  );
});

test('other words of a fence survive when its lines change', () => {
  expect(updated(page(program, output('x', 'wrap node="22 24" {1}'), output('y', 'node="26"')), 'same')).toBe(page(program, output('same', 'wrap {1}')));
});

test('an output for a line the program no longer runs on goes', () => {
  const narrow = js('1;', 'title="a.cjs" node=">=24"');
  expect(updated(page(narrow, output('same', 'node="24 26"'), output('old', 'node="22"'), 'Text.'), 'same')).toBe(
    page(narrow, output('same', 'node="24 26"'), 'Text.'),
  );
});

test('outputs that cover a line twice are put right', () => {
  expect(updated(page(program, output('same'), output('old', 'node="26"'), 'Text.'), 'same')).toBe(page(program, output('same'), 'Text.'));
});

test('a line on which the program is silent needs no output', () => {
  expect(updated(page(program, output('old')), byLine({ 22: '', 24: 'new', 26: 'new' }))).toBe(page(program, output('new', 'node="24 26"')));
});

test('an output of a program that has become silent goes', () => {
  expect(updated(page(program, output('old'), 'Text.'))).toBe(page(program, 'Text.'));
});

test('module systems that differ are split, and merged when they agree', () => {
  expect(updated(page(both, output('x')), (_, name) => name)).toBe(page(both, output('a.cjs', 'as="cjs"'), output('a.mjs', 'as="mjs"')));
  expect(updated(page(both, output('x', 'as="cjs"'), output('y', 'as="mjs"')), '1')).toBe(page(both, output('1')));
});

test('module systems and lines can differ at once', () => {
  expect(updated(page(both), (line, name) => (line === 26 ? name : 'old'))).toBe(
    page(
      both,
      output('old', 'node="22 24" as="cjs"'),
      output('a.cjs', 'node="26" as="cjs"'),
      output('old', 'node="22 24" as="mjs"'),
      output('a.mjs', 'node="26" as="mjs"'),
    ),
  );
});

test('a new outcome of a race is added below the known ones, which stay', () => {
  const race = js('1;', 'title="a.cjs" outcomes=2');
  expect(updated(page(race, output('tails'), 'Text.'), 'heads')).toBe(page(race, output('tails'), output('heads'), 'Text.'));
  expect(updated(page(race), byLine({ 22: 'a', 24: 'b', 26: 'a' }))).toBe(page(race, output('a'), output('b')));
});

test('an outcome known on one line only is widened when seen on another', () => {
  const race = js('1;', 'title="a.cjs" outcomes=2');
  expect(updated(page(race, output('heads', 'node="22"')), 'heads')).toBe(page(race, output('heads')));
});

test('an output that holds a fence gets a longer one', () => {
  expect(updated(page(program, output('old')), '```\n````')).toBe(page(program, '`````text output\n```\n````\n`````'));
});

test('masked output is written masked', () => {
  const masked = js('1;', 'title="a.cjs" mask="pid"');
  expect(updated(page(masked), 'pid 123')).toBe(page(masked, output('pid ‹pid›')));
});

describe('the place of a fence', () => {
  const shift = (text: string, by: string) =>
    text
      .split('\n')
      .map((line) => (line ? by + line : line))
      .join('\n');
  const text = 'a\n\n  b';

  test('indented in JSX', () => {
    const inside = (...fences: string[]) => page(`<Option text="x">\n\n${fences.map((f) => shift(f, '  ')).join('\n\n')}\n\n</Option>`);
    expect(updated(inside(program), text)).toBe(inside(program, output(text)));
    expect(updated(inside(program, output('old')), text)).toBe(inside(program, output(text)));
    expect(updated(inside(program, output('old')))).toBe(inside(program));
  });

  test('indented by tabs', () => {
    const inside = (...fences: string[]) => page(`<Side>\n\n${fences.map((f) => shift(f, '\t')).join('\n\n')}\n\n</Side>`);
    expect(updated(inside(program), text)).toBe(inside(program, output(text)));
  });

  test('at the end of the file, with and without a line end', () => {
    const bare = `Text.\n\n${program}`;
    expect(updated(bare, text)).toBe(`${bare}\n\n${output(text)}`);
    expect(updated(`${bare}\n`, text)).toBe(`${bare}\n\n${output(text)}\n`);
    expect(updated(`${bare}\n\n${output('old')}`, text)).toBe(`${bare}\n\n${output(text)}`);
    expect(updated(`${bare}\n\n${output('old')}`)).toBe(bare);
  });

  test('in a list', () => {
    const item = (...fences: string[]) => `- one\n\n${fences.map((f) => shift(f, '  ')).join('\n\n')}\n\n- two\n`;
    expect(updated(item(program), text)).toBe(item(program, output(text)));
    const first = (...fences: string[]) =>
      `- ${fences
        .map((f) => shift(f, '  '))
        .join('\n\n')
        .trimStart()}\n`;
    expect(updated(first(program), text)).toBe(first(program, output(text)));
  });

  test('in a quotation', () => {
    const quote = (...fences: string[]) =>
      `${fences
        .join('\n\n')
        .split('\n')
        .map((line) => (line ? `> ${line}` : '>'))
        .join('\n')}\n`;
    expect(updated(quote(program), text)).toBe(quote(program, output(text)));
    expect(updated(quote(program, output('old')))).toBe(quote(program));
  });

  test('with Windows line ends', () => {
    const windows = (...parts: string[]) => page(...parts).replaceAll('\n', '\r\n');
    expect(updated(windows(program, 'Text.'), text)).toBe(windows(program, output(text), 'Text.'));
    expect(updated(windows(program, output('a\nold'), 'Text.'), text)).toBe(windows(program, output(text), 'Text.'));
    expect(updated(windows(program, output('old', 'node="22 24"'), output('x', 'node="26"')), text)).toBe(windows(program, output(text)));
  });

  test('with tildes', () => {
    expect(updated(page(program, '~~~text output\nold\n~~~'), '~~~')).toBe(page(program, '~~~~text output\n~~~\n~~~~'));
  });
});

test('several programs of a page are updated at once', () => {
  const two = js('1;', 'title="two.cjs"');
  expect(updated(page(program, two, output('old\nold\nold'), 'Text.'), '1\n1', '2')).toBe(page(program, output('1\n1'), two, output('2'), 'Text.'));
});

test('--node with --update keeps what the page says about the other lines', async () => {
  const program = js("console.log(process.env.LINE === '22' ? 'a' : 'b');", 'title="a.cjs"');
  const { run, read } = makeHouse({ 'loop/page': page(program, output('kept')) });
  expect((await run('--update', '--node', '22', '--node', '24')).code).toBe(0);
  expect(read('loop/page')).toBe(page(program, output('a', 'node="22"'), output('b', 'node="24"'), output('kept', 'node="26"')));
});

test('a program that failed keeps its output; its neighbours are updated', async () => {
  const bad = js("console.log('new');\nprocess.exit(1);", 'title="bad.cjs" node="24"');
  const good = js("console.log('new');", 'title="good.cjs" node="24"');
  const { run, read } = makeHouse({ 'loop/page': page(bad, output('old'), good, output('old')) });
  expect((await run('--update')).code).toBe(1);
  expect(read('loop/page')).toBe(page(bad, output('old'), good, output('new')));
});

test('a page that was edited while its programs ran is not rewritten', async () => {
  const source = page(js("console.log('new');"), output('old'));
  const { run, read, house, fileOf } = makeHouse({ 'loop/page': source });
  const nodes = house.nodes;
  house.nodes = async (lines, say) => {
    writeFileSync(fileOf('loop/page'), `${source}\nEdited.\n`); // After the page was read, before its programs run.
    return nodes(lines, say);
  };
  const { code, text } = await run('--update');
  expect(code).toBe(1);
  expect(text).toContain('The page was edited while its programs ran, so it was not rewritten.');
  expect(read('loop/page')).toBe(`${source}\nEdited.\n`);
});

test('nothing but the page is left behind', async () => {
  const { run, fileOf } = makeHouse({ 'loop/page': page(js("console.log('new');")) });
  await run('--update');
  expect(readdirSync(path.dirname(fileOf('loop/page')))).toEqual(['page.mdx']);
});

test('a real program is run on every line and its output written', async () => {
  const real = js("console.log(process.env.LINE === '26' ? 'new' : 'old');\nconsole.error('\\n  end  ');", 'title="a.cjs"');
  const { run, read } = makeHouse({ 'loop/page': page(real) });
  const first = await run('--update');
  expect(first.text).toContain('Updated docs/loop/page.mdx');
  expect(read('loop/page')).toBe(page(real, output('old\n\n  end', 'node="22 24"'), output('new\n\n  end', 'node="26"')));
  expect((await run('--update')).text).toContain('0 run (0 runs), 1 unchanged');
});
