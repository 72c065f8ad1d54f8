import { stringify } from 'yaml';
import { bankOf, type Bank } from '../../../checks/bank.ts';
import type { Check } from '../../../checks/check.ts';
import { CONTENT, type PageFile } from '../../../src/bank/files.ts';
import { fields, words } from '../bank/fields.ts';

/** A page as a file: front matter, an empty line, the body. */
export function file(id: string, data: Record<string, unknown>, body = ''): PageFile {
  const path = `${CONTENT}/${id.includes('/') ? id : `${id}/index`}.mdx`;
  const source = `---\n${stringify(data, { customTags: ['timestamp'] })}---\n\n${body}`;
  return { id, path, source, data: data as PageFile['data'] };
}

/** A question; its follow-ups are two that need not exist. */
export const question = (id: string, changes: Record<string, unknown> = {}, body = words(200)): PageFile => file(id, fields(changes), body);

/** What a check finds, one line each: path, line, what, repair. */
export function found(check: Check, pages: readonly PageFile[], changes: Partial<Bank> = {}): string[] {
  const result = check.find({ ...bankOf(pages), ...changes });
  if ('skipped' in result) return [`skipped: ${result.skipped}`];
  return result.map(({ path, line, what, repair }) => `${path.slice(CONTENT.length + 1)}:${line} ${what} → ${repair}`);
}

/** The line of a page on which this text stands. */
export const lineWith = ({ source }: PageFile, text: string): number => source.split('\n').findIndex((line) => line.includes(text)) + 1;
