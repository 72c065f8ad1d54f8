import { spawnSync } from 'node:child_process';

/**
 * How EPUBCheck, the checker of the EPUB standard, is started here; null when it is not installed. Debian's command is a Java archive
 * that only a shell with binfmt support can run by itself.
 */
export const epubcheck: readonly string[] | null = find();

function find(): readonly string[] | null {
  const where = spawnSync('sh', ['-c', 'command -v epubcheck'], { encoding: 'utf8' }).stdout?.trim();
  if (!where) return null;
  // It ends with code 1 after telling its version.
  return (
    [[where], ['java', '-jar', where]].find(([command, ...rest]) => String(spawnSync(command!, [...rest, '--version']).stdout).includes('EPUBCheck v')) ?? null
  );
}

/** What EPUBCheck finds in a book: fatal errors, errors and warnings. */
export function complaintsOf(file: string): string[] {
  const [command, ...rest] = epubcheck!;
  const { stdout, stderr } = spawnSync(command!, [...rest, file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const said = `${stdout}\n${stderr}`;
  if (!said.includes('EPUBCheck completed')) throw new Error(`EPUBCheck broke off:\n${said}`);
  return said.split('\n').filter((line) => /^(FATAL|ERROR|WARNING)\(/.test(line));
}
