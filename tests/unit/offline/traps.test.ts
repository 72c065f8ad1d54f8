import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('each test that docs/offline.md names is there', () => {
  const named = [...readFileSync('docs/offline.md', 'utf8').matchAll(/^\| .+ \| (.+?) +\|$/gm)]
    .map(([, title]) => title!)
    .filter((title) => !/^(?:The test|---|`npm |the same, with )/.test(title));
  expect(named.length).toBeGreaterThan(25);
  const written = globSync('tests/{unit,e2e}/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  expect(named.filter((title) => !written.some((text) => text.includes(`('${title}`) || text.includes(`(\`${title}`) || text.includes(`("${title}`)))).toEqual(
    [],
  );
});
