import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { classesFor, rulesOf, styleAttributesOf, withClasses } from '../../../src/policy/style-classes.ts';
import { writeStyleClasses } from '../../../src/policy/style-classes-step.ts';
import { askingForClasses, plainStyle, renamed, withoutPlainWords } from '../../../src/policy/style-sheets.ts';

const classed = (html: string): string => {
  const found = styleAttributesOf(html);
  return withClasses(html, found, classesFor(found.map(({ style }) => style)));
};

describe('a style attribute becomes a class', () => {
  test('in its place, or behind the classes that are there', () => {
    expect(classed('<b style="--n:1">a</b><br style="--n:1"/>')).toBe('<b class="_0">a</b><br class="_0"/>');
    expect(classed('<li style="--n: 1;" id="x" class="a b">')).toBe('<li id="x" class="a b _0">');
    expect(classed('<li class="a" style="--n:1">')).toBe('<li class="a _0">');
  });

  test('in every way it can be written', () => {
    expect(classed("<b STYLE = '--n:1' class=a>")).toBe('<b class="a _0">');
    expect(classed("<b style=--n:1 title='\"'>")).toBe('<b class="_0" title=\'"\'>');
  });

  test('and nothing that only looks like one does', () => {
    const html = `<!-- <p style="a:b"> --><script>'<p style="a:b">'</script><button data-code="<p style='a:b'> style=c:d" data-style="x">&lt;p style="a:b"></button>`;
    expect(classed(html)).toBe(html);
  });

  test('unless it would mean something else in a style sheet', () => {
    for (const style of ['background:url(a.png)', 'font:&quot;a&quot;', 'a:b}c{d:e'])
      expect(() => styleAttributesOf(`<p style="${style}">`)).toThrow(
        `has style="${style}", which cannot be a rule of a style sheet as it stands: give the element a class.`,
      );
  });
});

test('the same styles have the same classes, in whatever order they come', () => {
  expect([...classesFor(['b:2', 'a:1', 'b:2'])]).toEqual([...classesFor(['a:1', 'b:2'])]);
});

test('a rule weighs as much as an id, because an attribute wins over every selector', () => {
  expect(rulesOf(classesFor(['--n:1', '--n:2']))).toBe('._0:not(#_){--n:1}\n._1:not(#_){--n:2}');
});

test('a word in the colours that code has anyway loses its element, in capital letters or not', () => {
  const style = plainStyle(['a{--ec-codeFg:#e6edf3}', 'b{--ec-codeFg:#24292e}'])!;
  const words = '<span style="--0:#E6EDF3;--1:#24292E">a.</span><span style="--0:#FF7B72;--1:#24292E">b</span>';
  expect(withoutPlainWords(words, style)).toBe('a.<span style="--0:#FF7B72;--1:#24292E">b</span>');
  expect(plainStyle(['a{color:red}'])).toBeNull();
});

test('a style sheet asks for words by class; one that asks for attributes otherwise is refused', () => {
  expect(askingForClasses(`.a :where(span[style^='--']:not([class])),b span[style^=--]:not([class]){c:d}`)).toBe(
    '.a :where(span[class^=_]),b span[class^=_]{c:d}',
  );
  expect(() => askingForClasses('a{} i[style*=color] b{c:d}')).toThrow('asks for style attributes, which no built page has: i[style*=color] b');
});

test('a file has another name with other text', () => {
  expect(renamed('page.C3-M4_ra.css', 'a')).toMatch(/^page\.[0-9a-f]{8}\.css$/);
  expect(renamed('page.x.css', 'a')).not.toBe(renamed('page.x.css', 'b'));
});

describe('a built site', () => {
  let site = '';
  const build = (files: Record<string, string>): string => {
    site = mkdtempSync(join(tmpdir(), 'styles-'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      writeFileSync(join(site, file), text);
    }
    return site;
  };
  afterEach(() => rmSync(site, { recursive: true }));
  const page = (body: string, sheets = ['site.a']): string =>
    `<link rel="stylesheet" href="/x/print.a.css" media="print">${sheets.map((name) => `<link rel="stylesheet" href="/x/${name}.css">`).join('')}${body}`;
  const SHEETS = {
    '_astro/print.a.css': '',
    '_astro/site.a.css': 'p{}',
    '_astro/code.a.css': "a{--ec-codeFg:#111}b{--ec-codeFg:#222}.ec-line span[style^='--']:not([class]){color:var(--0)}",
  };

  test('has the rules in the sheet that all of these pages load, and links to it by its new name', () => {
    build({ ...SHEETS, 'a.html': page('<p style="--n:1">', ['code.a', 'site.a']), 'b/b.html': page('<p style="--n:2">'), 'c.html': page('<p>') });
    expect(writeStyleClasses(site, '_astro')).toEqual({ attributes: 2, classes: 2 });
    const sheets = readdirSync(join(site, '_astro')).sort();
    expect(sheets).toEqual([expect.stringMatching(/^code\.\w{8}\.css$/), 'print.a.css', expect.stringMatching(/^site\.\w{8}\.css$/)]);
    const [code, , common] = sheets.map((name) => readFileSync(join(site, '_astro', name), 'utf8'));
    expect(common).toBe('p{}\n.ec-line{--0:#111;--1:#222}\n._0:not(#_){--n:1}\n._1:not(#_){--n:2}\n');
    expect(code).toContain('.ec-line span[class^=_]{');
    const name = (sheet: string | undefined): string => sheet!.replace(/\.css$/, '');
    expect(readFileSync(join(site, 'a.html'), 'utf8')).toBe(page('<p class="_0">', [name(sheets[0]), name(sheets[2])]));
    expect(readFileSync(join(site, 'b/b.html'), 'utf8')).toBe(page('<p class="_1">', [name(sheets[2])]));
    expect(readFileSync(join(site, 'c.html'), 'utf8')).toBe(page('<p>', [name(sheets[2])]));
  });

  test('changes no other page and no name of a sheet when one page has another word in the same colours', () => {
    const built = (word: string): string[] => {
      build({ ...SHEETS, 'a.html': page('<i style="--n:1">'), 'b.html': page(`<i style="--n:2"><i style="--n:1">${word}`) });
      writeStyleClasses(site, '_astro');
      return [readFileSync(join(site, 'a.html'), 'utf8'), ...readdirSync(join(site, '_astro'))];
    };
    const before = built('one');
    rmSync(site, { recursive: true });
    expect(built('two <i style="--n:2">')).toEqual(before);
  });

  test('is refused with the file, where it cannot be made so', () => {
    build({ ...SHEETS, 'a.html': page('<p style="a:url(b)">') });
    expect(() => writeStyleClasses(site, '_astro')).toThrow('a.html has style="a:url(b)", which');
    writeFileSync(join(site, 'a.html'), page('<p style="--n:1">', []));
    expect(() => writeStyleClasses(site, '_astro')).toThrow('a.html has style attributes and no style sheet in common with the others');
    writeFileSync(join(site, 'a.html'), page('<p style="--n:1">'));
    writeFileSync(join(site, '_astro/a.js'), 'load("/x/site.a.css")');
    expect(() => writeStyleClasses(site, '_astro')).toThrow('_astro/a.js names site.a.css, which src/policy/style-classes-step.ts renames in pages only.');
  });
});
