import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { demandFree, wantedPort } from '../../../scripts/lib/port.mjs';
import { table } from '../../../scripts/lib/report.mjs';
import { selectSteps } from '../../../scripts/lib/selection.mjs';
import { missingFor, STEPS } from '../../../scripts/lib/steps.mjs';

const names = (argv: string[]): string[] => selectSteps(argv).map(({ name }) => name);

test('npm test runs every step, those named, or all but those skipped', () => {
  expect(names([])).toEqual(STEPS.map(({ name }) => name));
  expect(names(['unit', 'rules'])).toEqual(['rules', 'unit']);
  expect(names(['--skip', 'browser'])).not.toContain('browser');
  expect(() => names(['units'])).toThrow('"units" is not a step of npm test: the steps are types,');
});

test('a step without its files would prove nothing, and says so', () => {
  const step = { ...STEPS[0]!, args: ['package.json'], needs: ['tests/unit/scripts', '.nothing'] as [string, string] };
  expect(missingFor(step)).toBe('there is no tests/unit/scripts/**/*.nothing');
  expect(missingFor({ ...step, args: ['nowhere/main.ts'] })).toBe('there is no nowhere/main.ts');
  expect(missingFor({ ...step, needs: ['tests/unit/scripts', '.test.ts'] })).toBeNull();
});

test('the port is the one asked for, by option or by variable', () => {
  expect(wantedPort([], {})).toBe(4321);
  expect(wantedPort([], { PORT: '8080' })).toBe(8080);
  expect(wantedPort(['--port', '9000'], { PORT: '8080' })).toBe(9000);
  for (const text of ['abc', '0', '70000', '80.5']) expect(() => wantedPort([], { PORT: text })).toThrow(`"${text}" is not a port`);
});

test('a taken port is told with the way out, on all addresses or on one', async () => {
  for (const host of ['0.0.0.0', '127.0.0.1']) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    await expect(demandFree(port)).rejects.toThrow(new RegExp(`Port ${port} is taken: .*${port + 1}`));
    await new Promise((resolve) => server.close(resolve));
    await expect(demandFree(port)).resolves.toBeUndefined();
  }
});

test('the closing table says what passed, what failed and what was not run', () => {
  const text = table([
    { name: 'types', verdict: 'passed', ms: 12_340, peak: 500 * 2 ** 20 },
    { name: 'unit', verdict: 'FAILED', ms: 1000, peak: null },
    { name: 'build', verdict: 'not run' },
  ]);
  expect(text).toContain('types       12.3 s       500 MB   passed');
  expect(text).toContain('build            –            –   not run');
  expect(text.split('\n').at(-1)).toBe('steps: 1 passed, 1 failed');
});
