import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { classesFor, rulesOf, styleAttributesOf, withClasses } from './style-classes.ts';
import { askingForClasses, plainRule, plainStyle, renamed, sheetsOf, withoutPlainWords } from './style-sheets.ts';

/**
 * Makes classes of the style attributes of all built pages, with rules in a style sheet that these pages load already. Starlight and
 * Expressive Code write such attributes and know no other way; a policy can allow all of them or none. Without, pages are smaller too.
 *
 * After everything that writes style sheets, before everything that reads pages. `astro dev` leaves the attributes where they are.
 * @throws Error with the file, when an attribute or a sheet cannot be made so
 */
export function styleClasses(): AstroIntegration {
  let assets = '';
  return {
    name: 'style-classes',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir, logger }) => {
        const started = performance.now();
        const { attributes, classes } = writeStyleClasses(fileURLToPath(dir), assets);
        logger.info(`made ${classes} classes of ${attributes} style attributes in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/**
 * The same for the folder of a built site.
 *
 * @param assets the folder of its style sheets, seen from there
 */
export function writeStyleClasses(site: string, assets: string): { attributes: number; classes: number } {
  const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');
  const sheets = new Map(globSync('*.css', { cwd: path.join(site, assets) }).map((name) => [name, read(path.join(assets, name))]));
  const plain = plainStyle(sheets.values());
  const pages = globSync('**/*.html', { cwd: site }).map((file) => {
    const html = read(file);
    const light = plain === null ? html : withoutPlainWords(html, plain);
    return { file, light, found: naming(file, () => styleAttributesOf(light)) };
  });
  const styled = pages.filter(({ found }) => found.length > 0);
  if (styled.length === 0) return { attributes: 0, classes: 0 };

  const classes = classesFor(styled.flatMap(({ found }) => found.map(({ style }) => style)));
  const rules = [...(plain === null ? [] : [plainRule(plain)]), rulesOf(classes)].join('\n');
  const common = commonSheet(styled);
  const names = new Map<string, string>();
  for (const [name, css] of sheets) {
    const text = naming(name, () => askingForClasses(css)) + (name === common ? `\n${rules}\n` : '');
    if (text === css) continue;
    names.set(name, renamed(name, text));
    rmSync(path.join(site, assets, name));
    writeFileSync(path.join(site, assets, names.get(name)!), text);
  }
  refuseOtherLinks(site, [...names.keys()]);
  for (const { file, light, found } of pages) {
    const html = [...names].reduce((text, [from, to]) => text.replaceAll(`/${from}"`, `/${to}"`), withClasses(light, found, classes));
    writeFileSync(path.join(site, file), html);
  }
  return { attributes: styled.reduce((sum, { found }) => sum + found.length, 0), classes: classes.size };
}

/** The first style sheet that all these pages load. */
function commonSheet(pages: readonly { file: string; light: string }[]): string {
  let common: string[] | undefined;
  for (const { file, light } of pages) {
    const own = sheetsOf(light);
    common = common?.filter((name) => own.includes(name)) ?? own;
    if (common.length === 0) throw new Error(`${file} has style attributes and no style sheet in common with the others, in which their rules could stand.`);
  }
  return common![0]!;
}

/** @throws Error when a script or a style sheet names a file that has another name now */
function refuseOtherLinks(site: string, names: readonly string[]): void {
  for (const file of globSync('**/*.{js,css}', { cwd: site })) {
    const text = readFileSync(path.join(site, file), 'utf8');
    const named = names.find((name) => text.includes(name));
    if (named) throw new Error(`${file} names ${named}, which src/policy/style-classes-step.ts renames in pages only.`);
  }
}

/** What `make` returns, or its error with the file. */
function naming<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${file} ${(error as Error).message}`, { cause: error });
  }
}
