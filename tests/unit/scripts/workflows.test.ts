import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { STEPS } from '../../../scripts/lib/steps.mjs';

interface Workflow {
  permissions?: object;
  jobs: Record<string, { permissions?: object; 'timeout-minutes'?: number }>;
}

const files = globSync('.github/workflows/*.yml');

for (const file of files) {
  const text = readFileSync(file, 'utf8');

  test(`${file} pins every action by commit and says which version that is`, () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test(`${file} gives no permission but those a job asks for, and no job for ever`, () => {
    const { permissions, jobs } = parse(text) as Workflow;
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    }
  });
}

test('the checks run every step of npm test, each once', () => {
  const text = readFileSync('.github/workflows/checks.yml', 'utf8');
  const run = [...text.matchAll(/^ +steps: (\w.*)$/gm)].flatMap(([, steps]) => steps!.split(' '));
  expect(run.sort()).toEqual(STEPS.map(({ name }) => name).sort());
});

test('there are workflows to look at', () => {
  expect(files.length).toBe(2);
});
