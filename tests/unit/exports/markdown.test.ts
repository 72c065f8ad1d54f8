import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/exports/markdown.ts';
import { body } from './body.ts';
import * as pieces from './pieces.ts';

const markdown = (html: string): string => toMarkdown(body(html)).trimEnd();

describe('an answer as Markdown', () => {
  it('writes a program as a fence under its name, and its output as a fence of its own', () => {
    expect(markdown(pieces.PROGRAM + pieces.OUTPUT)).toBe(
      [
        '**no-dom.mjs** (ran on Node 22 · 24 · 26)',
        "```js\nimport DOMPurify from 'dompurify';\n\nconsole.log(DOMPurify.isSupported, typeof DOMPurify.sanitize);\n```",
        'Output (Node 22, 24, 26):',
        '```text\n1\n```',
      ].join('\n\n'),
    );
  });

  it('writes a fence that holds a fence with longer marks', () => {
    expect(markdown(pieces.OUTPUT.replace('>1<', '>```<'))).toContain('````text\n```\n````');
  });

  it('writes a callout as a quote that begins with its label', () => {
    expect(markdown(pieces.PITFALL)).toBe(
      '> **Pitfall:** The temporary file in /tmp\n>\n> Then the rename may cross file systems. It must be in the **same directory** as the target.',
    );
    expect(markdown(pieces.SAY)).toBe('> **Say it aloud:** Newest LTS in production, and I know the end-of-life date of the line I am on.');
  });

  it('writes a drawing as its description', () => {
    expect(markdown(pieces.DIAGRAM)).toMatch(/^> \*\*Diagram: The pyramid\.\*\* Three rows\. At the top, narrow: end to end, few tests\./);
  });

  it('writes a table as a table', () => {
    expect(markdown(pieces.TABLE).split('\n')).toEqual([
      '| Death | Sign | Who |',
      '| - | - | - |',
      '| heap limit | `heap out of memory` on stderr, 134 | V8 |',
      '| container limit | no message from Node, SIGKILL (137), `OOMKilled` | the kernel |',
    ]);
  });

  it('writes the steps of a recorded run as a numbered list', () => {
    const lines = markdown(pieces.TRACE).split('\n');
    expect(lines[0]).toBe('**Step by step:** `seam.cjs`');
    expect(lines.at(-1)).toBe('7. Nothing keeps the loop alive any more. The process ends with exit code 0.');
  });

  it('writes a prediction with its options before its output', () => {
    const lines = markdown(pieces.QUIZ).split('\n');
    expect(lines[0]).toBe('**Predict:** On which address does the inspector listen if you name none?');
    expect(lines.indexOf('1. `127.0.0.1`')).toBeGreaterThan(0);
    expect(lines.indexOf('**What it prints, and why**')).toBeGreaterThan(lines.indexOf('3. `none until DevTools connects`'));
    expect(lines).toContain('- **Right:** `127.0.0.1`');
  });

  it('writes the verdict on one half of a comparison', () => {
    const half =
      '<section class="side bad"><p class="side-label"><span class="mark">✕</span><span class="sr-only">Worse: </span>By hand</p><p>No.</p></section>';
    expect(markdown(`<div class="compare">${half}</div>`)).toBe('**Worse: By hand**\n\nNo.');
  });

  it('keeps powers', () => {
    expect(markdown('<p>up to 2<sup>31</sup></p>')).toBe('up to 2<sup>31</sup>');
  });

  it('leaves the body as it was', () => {
    const tree = body(Object.values(pieces).join(''));
    const before = JSON.stringify(tree);
    toMarkdown(tree);
    expect(JSON.stringify(tree)).toBe(before);
  });
});
