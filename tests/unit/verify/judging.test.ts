import { expect, test } from 'vitest';
import { serviceProblem, SERVICES } from '../../../verify/services/services.ts';
import { js, makeHouse, output, page } from './house.ts';

const verdict = async (...parts: string[]) => makeHouse({ 'loop/page': page(...parts) }).run('--jobs', '4');

test('a wrong output is shown with its place, the Node line, a diff and the remedy', async () => {
  const { code, text } = await verdict(js("console.log('same');\nconsole.log('printed');"), output('same\nsaid'));
  expect(code).toBe(1);
  expect(text).toContain(
    [
      'docs/loop/page.mdx:5  a.cjs  Node 24',
      '  It prints something else than the page says.',
      '    --- the page',
      '    +++ printed',
      '    @@ -1,2 +1,2 @@',
      '     same',
      '    -said',
      '    +printed',
      '  → If what it printed is right: npm run verify -- --only docs/loop/page.mdx --update',
    ].join('\n'),
  );
});

test('the same difference on several lines is shown once', async () => {
  const { text } = await verdict(js("console.log('printed');", 'title="a.cjs"'), output('said'));
  expect(text).toContain('a.cjs  Node 22, 24, 26\n');
  expect(text.match(/\+printed/g)).toHaveLength(1);
});

test('all mismatches are shown, page by page', async () => {
  const wrong = (name: string) => [js("console.log('printed');", `title="${name}.cjs" node="24"`), output('said')];
  const { run } = makeHouse({ 'loop/one': page(...wrong('a'), ...wrong('b')), 'loop/two': page(...wrong('c')) });
  const { text } = await run();
  expect(text.match(/\S+\.mdx:\d+ {2}\w\.cjs/g)!.sort()).toEqual(['docs/loop/one.mdx:13  b.cjs', 'docs/loop/one.mdx:5  a.cjs', 'docs/loop/two.mdx:5  c.cjs']);
  expect(text).toContain('3 not as the pages say');
});

test('a program that prints and has no output fence is a mismatch', async () => {
  const { code, text } = await verdict(js("console.log('printed');"));
  expect(code).toBe(1);
  expect(text).toContain('It prints something, but the page has no `text output` fence for it.');
});

test('a program that prints nothing needs no output fence', async () => {
  expect((await verdict(js('const quiet = true;'))).code).toBe(0);
});

test('a line that no output fence covers must be silent', async () => {
  const program = js("if (process.env.LINE !== '26') console.log('printed');", 'title="a.cjs"');
  expect((await verdict(program, output('printed', 'node="22 24"'))).code).toBe(0);
  expect((await verdict(program, output('printed', 'node="22"'))).text).toContain('a.cjs  Node 24\n  It prints something, but');
});

test('without `throws` a non-zero exit is a failure, shown with its output', async () => {
  const { code, text } = await verdict(js("console.log('before');\nprocess.exit(3);"), output('before'));
  expect(code).toBe(1);
  expect(text).toContain('It ended with exit code 3.\n  It had printed:\n    before');
});

test('with `throws` a non-zero exit is expected', async () => {
  expect((await verdict(js("console.log('before');\nprocess.exit(3);", 'title="a.cjs" node="24" throws'), output('before'))).code).toBe(0);
});

test('with `throws` a zero exit is a failure', async () => {
  const { code, text } = await verdict(js("console.log('fine');", 'title="a.cjs" node="24" throws'), output('fine'));
  expect(code).toBe(1);
  expect(text).toContain('It ended with exit code 0, but `throws` says that it fails.');
});

test('masks hide what differs from run to run', async () => {
  const program = "process.emitWarning('careful');\nconsole.log(`pid ${process.pid} took ${performance.now()} ms in ${__dirname}`);\nthrow new Error('x');";
  const said = "‹dir›/a.cjs:3\nthrow new Error('x');\n^\n\nError: x\n    at ‹stack›\n\nNode.js ‹version›";
  const result = await verdict(
    js(program, 'title="a.cjs" node="24" throws mask="pid ms path stack version"'),
    output(`pid ‹pid› took ‹ms› ms in ‹dir›\n${said}`),
  );
  expect(result.text).toContain('all as the pages say');
});

test('a race passes when every output it shows is on the page, and the counts are remembered', async () => {
  const { run, ledger } = makeHouse({
    'loop/race': page(js("console.log(process.pid % 2 ? 'odd' : 'even');", 'title="a.cjs" node="24" outcomes=20'), output('odd'), output('even')),
  });
  expect((await run()).code).toBe(0);
  const counts = Object.values(ledger().programs)[0]!.runs[24]!.counts!;
  expect(counts).toHaveLength(2);
  expect(counts[0]! + counts[1]!).toBe(20);
});

test('a race that shows an output the page does not know fails, with how often it was seen', async () => {
  const { code, text } = await verdict(js("console.log('heads');", 'title="a.cjs" node="24" outcomes=3'), output('tails'));
  expect(code).toBe(1);
  expect(text).toContain('Seen 3 of 3 times, and not among the outputs on the page.');
  expect(text).toContain('+heads');
});

test('a race whose page knows more than was seen passes with a warning', async () => {
  const { code, text } = await verdict(js("console.log('heads');", 'title="a.cjs" node="24" outcomes=3'), output('heads'), output('tails'));
  expect(code).toBe(0);
  expect(text).toContain('Warning: The output on line 13 was never seen.');
  expect(text).toContain('1 warning; all as the pages say');
});

test('a race stops at the first run that fails', async () => {
  const { text } = await verdict(js('process.exit(1);', 'title="a.cjs" node="24" outcomes=200'));
  expect(text).toContain('It ended with exit code 1.');
});

test('a race of nothing needs no output', async () => {
  expect((await verdict(js('', 'title="a.cjs" node="24" outcomes=2'))).code).toBe(0);
});

test('a mistake in a fence is shown with its line, and the other pages are run', async () => {
  const { run } = makeHouse({ 'loop/bad': page('```js\n1\n```'), 'loop/good': page(js('1;')) });
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('docs/loop/bad.mdx:5\n  This JavaScript is not run.');
  expect(text).toContain('1 program on 2 pages');
});

test('a needed service that is not installed is named, with how to install it', () => {
  const known = { redis: { ...SERVICES['redis']!, missing: () => 'Install Redis: brew install redis.' } };
  expect(serviceProblem('redis', known)).toBe('It needs redis, which is not installed. Install Redis: brew install redis.');
  expect(serviceProblem('redis', { redis: { ...SERVICES['redis']!, missing: () => null } })).toBeNull();
});

test('an unknown service is a failure that lists the known ones', async () => {
  const { code, text } = await verdict(js('1;', 'title="a.cjs" node="24" needs="coffee"'));
  expect(code).toBe(1);
  expect(text).toContain('docs/loop/page.mdx:5  a.cjs\n  needs="coffee" is not a known service. Known services: redis, postgres, nats, rabbitmq.');
});
