import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { js, makeHouse, output, page } from './house.ts';

/** Updates a page; gives its new text. A second update must find nothing to do. */
async function updated(source: string): Promise<string> {
  const { run, read, write } = makeHouse({ 'loop/page': source });
  const first = await run('--update');
  expect(first.text).toContain('all as the pages say');
  expect(first.code).toBe(0);
  const text = read('loop/page');
  write('loop/page', text);
  const second = await run('--update', '--all');
  expect(second.text).not.toContain('Updated');
  expect(read('loop/page')).toBe(text);
  return text;
}

/** Prints what stands behind the name of the line that runs it. */
const byLine = (texts: Record<number, string>) => `console.log(${JSON.stringify(texts)}[process.env.LINE]);`.replaceAll('"', "'");
const everywhere = 'title="a.cjs"';

test('a missing output is inserted below the program', async () => {
  expect(await updated(page(js("console.log('one\\ntwo');", everywhere), 'Text.')))
    .toBe(page(js("console.log('one\\ntwo');", everywhere), output('one\ntwo'), 'Text.'));
});

test('a wrong output is replaced, and everything else stays byte for byte', async () => {
  const around = (text: string) => `---\ntitle: "x"  \n---\n\n\n\nA\ttab,  two blanks, no ‹change›.  \n\n${js("console.log('right');", everywhere)}\n\n\n${output(text)}\n\n* * *\n\n\n`;
  expect(await updated(around('wrong\nwrong'))).toBe(around('right'));
});

test('an output that is right is left as it is, trailing blanks included', async () => {
  const source = page(js("console.log('right');", everywhere), '```text output wrap\nright  \n\n```');
  expect(await updated(source)).toBe(source);
});

test('lines that differ are split, lines that agree share a fence', async () => {
  const program = js(byLine({ 22: 'old', 24: 'old', 26: 'new' }), everywhere);
  expect(await updated(page(program, output('old'), 'Text.')))
    .toBe(page(program, output('old', 'node="22 24"'), output('new', 'node="26"'), 'Text.'));
});

test('three different lines get three fences', async () => {
  const program = js(byLine({ 22: 'a', 24: 'b', 26: 'c' }), everywhere);
  expect(await updated(page(program)))
    .toBe(page(program, output('a', 'node="22"'), output('b', 'node="24"'), output('c', 'node="26"')));
});

test('lines that agree again are merged', async () => {
  const program = js("console.log('same');", everywhere);
  expect(await updated(page(program, output('old', 'node="22 24"'), output('new', 'node="26"'), 'Text.')))
    .toBe(page(program, output('same'), 'Text.'));
});

test('fences that already cover the right lines keep their places and their words', async () => {
  const program = js(byLine({ 22: 'a', 24: 'b', 26: 'b' }), everywhere);
  expect(await updated(page(program, output('x', 'node=">=24" wrap'), output('y', 'node="22"'))))
    .toBe(page(program, output('b', 'node=">=24" wrap'), output('a', 'node="22"')));
});

test('an output for a line the program no longer runs on goes', async () => {
  const program = js("console.log('same');", 'title="a.cjs" node=">=24"');
  expect(await updated(page(program, output('same', 'node="24 26"'), output('old', 'node="22"'), 'Text.')))
    .toBe(page(program, output('same', 'node="24 26"'), 'Text.'));
});

test('an output of a program that has become silent goes', async () => {
  expect(await updated(page(js('1;', everywhere), output('old'), 'Text.'))).toBe(page(js('1;', everywhere), 'Text.'));
});

test('module systems that differ are split, and merged when they agree', async () => {
  const differ = js('console.log(typeof require);', 'title="a" as="cjs mjs"');
  expect(await updated(page(differ, output('x')))).toBe(page(differ, output('function', 'as="cjs"'), output('undefined', 'as="mjs"')));
  const agree = js('console.log(1);', 'title="a" as="cjs mjs"');
  expect(await updated(page(agree, output('x', 'as="cjs"'), output('y', 'as="mjs"')))).toBe(page(agree, output('1')));
});

test('module systems and lines can differ at once', async () => {
  const program = js("console.log(process.env.LINE === '26' ? typeof require : 'old');", 'title="a" as="cjs mjs"');
  expect(await updated(page(program))).toBe(page(program,
    output('old', 'node="22 24" as="cjs"'), output('function', 'node="26" as="cjs"'),
    output('old', 'node="22 24" as="mjs"'), output('undefined', 'node="26" as="mjs"')));
});

test('a new outcome of a race is added below the known ones, which stay', async () => {
  const program = js("console.log('heads');", 'title="a.cjs" outcomes=2');
  expect(await updated(page(program, output('tails'), 'Text.'))).toBe(page(program, output('tails'), output('heads'), 'Text.'));
});

test('an outcome known on one line only is widened when seen on another', async () => {
  const program = js("console.log('heads');", 'title="a.cjs" outcomes=2');
  expect(await updated(page(program, output('heads', 'node="22"')))).toBe(page(program, output('heads')));
});

test('an output that holds a fence gets a longer one', async () => {
  const program = js("console.log('`'.repeat(3));", everywhere);
  expect(await updated(page(program, output('old')))).toBe(page(program, '````text output\n```\n````'));
});

test('masked output is written masked', async () => {
  const program = js('console.log(`pid ${process.pid}`);', 'title="a.cjs" mask="pid"');
  expect(await updated(page(program))).toBe(page(program, output('pid ‹pid›')));
});

describe('the place of a fence', () => {
  const shift = (text: string, by: string) => text.split('\n').map((line) => (line ? by + line : line)).join('\n');
  const program = js("console.log('a\\n\\n  b');", everywhere);

  test('indented in JSX', async () => {
    const inside = (...fences: string[]) => page(`<Option text="x">\n\n${fences.map((f) => shift(f, '  ')).join('\n\n')}\n\n</Option>`);
    expect(await updated(inside(program))).toBe(inside(program, output('a\n\n  b')));
    expect(await updated(inside(program, output('old')))).toBe(inside(program, output('a\n\n  b')));
  });

  test('at the end of the file, with and without a line end', async () => {
    const bare = `Text.\n\n${program}`;
    expect(await updated(bare)).toBe(`${bare}\n\n${output('a\n\n  b')}`);
    expect(await updated(`${bare}\n`)).toBe(`${bare}\n\n${output('a\n\n  b')}\n`);
    expect(await updated(`${bare}\n\n${output('old')}`)).toBe(`${bare}\n\n${output('a\n\n  b')}`);
  });

  test('in a list', async () => {
    const item = (...fences: string[]) => `- one\n\n${fences.map((f) => shift(f, '  ')).join('\n\n')}\n\n- two\n`;
    expect(await updated(item(program))).toBe(item(program, output('a\n\n  b')));
  });

  test('in a quotation', async () => {
    const quote = (text: string) => text.split('\n').map((line) => (line ? `> ${line}` : '>')).join('\n');
    expect(await updated(`${quote(program)}\n`)).toBe(`${quote(`${program}\n\n${output('a\n\n  b')}`)}\n`);
  });

  test('with Windows line ends', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(await updated(windows(page(program, 'Text.')))).toBe(windows(page(program, output('a\n\n  b'), 'Text.')));
    expect(await updated(windows(page(program, output('a\nold'), 'Text.')))).toBe(windows(page(program, output('a\n\n  b'), 'Text.')));
  });

  test('with tildes', async () => {
    expect(await updated(page(program, '~~~text output\nold\n~~~'))).toBe(page(program, '~~~text output\na\n\n  b\n~~~'));
  });
});

test('several programs of a page are updated at once', async () => {
  const one = js("console.log('1\\n1');", 'title="one.cjs"');
  const two = js("console.log('2');", 'title="two.cjs"');
  expect(await updated(page(one, two, output('old\nold\nold'), 'Text.'))).toBe(page(one, output('1\n1'), two, output('2'), 'Text.'));
});

test('--node with --update keeps what the page says about the other lines', async () => {
  const program = js(byLine({ 22: 'a', 24: 'b', 26: 'never run' }), everywhere);
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
