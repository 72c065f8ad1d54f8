/**
 * `npm run weigh:synthetic`: does a page grow when the bank does? Builds a copy of the project twice, as it is and with 500 synthetic
 * questions in the other segments, and weighs the same real question in both. Fails when it grew by more than 5 %.
 */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { SEGMENTS } from '../src/bank/segments.ts';
import { BROWSER_ARGS, browsersFound } from './lib/browser.mjs';
import { basePath, ownEnv, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { writeQuestions } from './lib/synthetic-bank.ts';
import { Ticker } from './lib/ticker.mjs';
import { kilobytes, weigh, type Weight } from './lib/weight.ts';

const QUESTIONS = 500;
const MOST = 0.05;

/** The question that is weighed, and the segment that stays as it is: only the rest of the bank grows. */
const SEGMENT = 'event-loop';
const PAGE = `${SEGMENT}/nexttick-vs-promises/`;

/** What a build does not read, or writes itself. */
const LEFT_OUT = new Set(['.astro', '.git', 'dist', 'node_modules', 'playwright-report', 'print', 'test-results']);

await runMain(async () => {
  const copy = copyProject();
  try {
    const before = await measure(copy, 'Building the bank of today');
    writeQuestions(
      copy,
      SEGMENTS.filter(({ id }) => id !== SEGMENT),
      QUESTIONS,
    );
    const after = await measure(copy, `Building it with ${QUESTIONS} more questions`);
    return compare(before, after);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/** A copy of the project inside it, so that packages are found, in a folder that git and the build overlook. */
function copyProject(): string {
  const copy = join(ROOT, '.astro/synthetic');
  // What an interrupted run left behind.
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(ROOT)) if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  return copy;
}

interface Measured {
  pages: number;
  seconds: number;
  weight: Weight;
}

async function measure(copy: string, about: string): Promise<Measured> {
  const start = performance.now();
  const ticker = new Ticker(about);
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: copy, env: ownEnv(), maxBuffer: 2 ** 28 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Problem(`The build failed:\n${`${stdout}${stderr}`.split('\n').slice(-30).join('\n')}`);
  } finally {
    ticker.stop();
  }
  const seconds = (performance.now() - start) / 1000;
  const server = await preview({ root: copy, server: { port: 0, host: 'localhost' }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: browsersFound()[0], args: BROWSER_ARGS });
  try {
    const pages = globSync('**/index.html', { cwd: join(copy, 'dist') }).length;
    return { pages, seconds, weight: await weigh(browser, `http://localhost:${server.port}${basePath()}/${PAGE}`) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Prints both weights, part by part where they differ. @returns the exit code */
function compare(before: Measured, after: Measured): number {
  for (const { pages, seconds, weight } of [before, after]) {
    console.log(
      `${String(pages).padStart(4)} pages, built in ${seconds.toFixed(1)} s: /${PAGE} weighs ${kilobytes(weight.total)}, of it JavaScript ${kilobytes(weight.script)}`,
    );
  }
  for (const part of after.weight.parts) {
    // File names carry a hash of their content.
    const same = before.weight.parts.find(({ kind, name }) => kind === part.kind && stem(name) === stem(part.name));
    const grown = part.sent - (same?.sent ?? 0);
    if (grown !== 0) console.log(`  ${grown > 0 ? '+' : ''}${grown} bytes  ${part.kind}  ${part.name}`);
  }
  const growth = after.weight.total / before.weight.total - 1;
  const kept = Math.abs(growth) <= MOST;
  console.log(`${kept ? '✓' : '✗'} ${QUESTIONS} more questions change the page by ${(growth * 100).toFixed(2)} % (at most ${MOST * 100} %)`);
  return kept ? 0 : 1;
}

function stem(name: string): string {
  return basename(name).split('.')[0]!;
}
