import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { BuiltSite } from '../built-site.ts';
import type { Module } from './shared.ts';

const HERE = import.meta.dirname;
const SEARCH = resolve(HERE, '../../search');

/**
 * Makes one classic script of the site's modules, since browsers load no modules from `file://`. Each module still runs only on the
 * pages that name it. The dialog of the search is taken from its source, with another engine behind it.
 *
 * @throws Error when a module cannot be bundled, or the search stands elsewhere than this file thinks
 */
export async function bundle(site: BuiltSite, modules: ReadonlyMap<string, Module>): Promise<{ code: string; assets: string[] }> {
  const entry = [
    `import { start } from ${JSON.stringify(join(HERE, 'start.client.ts'))};`,
    'start({',
    ...[...modules.keys()].sort().map((name) => `  ${JSON.stringify(name)}: () => import('module:${name}'),`),
    '}, document.currentScript.dataset.modules);',
  ].join('\n');
  const replaced = new Set<string>();
  const assets = new Set<string>();
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: HERE, loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    // The root is known only while the script itself runs.
    banner: { js: "globalThis.naRoot = document.currentScript.src.replace(/[^/]*$/, '');" },
    define: { 'import.meta.env.DEV': 'false', 'import.meta.env.BASE_URL': '"/"' },
    plugins: [builtModules(site, modules, assets), ownSearch(site, replaced, assets)],
  });
  for (const name of ['dialog', 'engine']) {
    if (!replaced.has(name))
      throw new Error(`The built site has no ${name}.client module, so its search could not be replaced. Name its successor in ${import.meta.filename}.`);
  }
  return { code: outputFiles[0]!.text, assets: [...assets] };
}

/** Resolves `module:<name>`, and lets the modules name files of the site by their address. */
function builtModules({ dist, home }: BuiltSite, modules: ReadonlyMap<string, Module>, assets: Set<string>): Plugin {
  const address = new RegExp(`(["'\`])${home.pathname}(_astro/[\\w./-]+\\.(?:css|svg|png|woff2))\\1`, 'g');
  return {
    name: 'built-modules',
    setup(build) {
      build.onResolve({ filter: /^module:/ }, ({ path }) => {
        const name = path.slice('module:'.length);
        const module = modules.get(name)!;
        return 'file' in module ? { path: join(dist, module.file) } : { path: name, namespace: 'inline' };
      });
      build.onLoad({ filter: /./, namespace: 'inline' }, ({ path }) => ({
        contents: (modules.get(path) as { code: string }).code,
        resolveDir: join(dist, '_astro'),
      }));
      build.onLoad({ filter: /[\\/]_astro[\\/].*\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(address, (_, _quote, file: string) => {
          assets.add(file);
          return `(globalThis.naRoot+${JSON.stringify(file)})`;
        }),
      }));
    },
  };
}

/** Puts the dialog's source in the place of the built dialog, and our engine behind it. */
function ownSearch({ dist }: BuiltSite, replaced: Set<string>, assets: Set<string>): Plugin {
  return {
    name: 'own-search',
    setup(build) {
      build.onResolve({ filter: /\/dialog\.client\.[\w-]+\.js$/ }, () => {
        replaced.add('dialog');
        return { path: join(SEARCH, 'dialog.client.ts') };
      });
      build.onResolve({ filter: /\/engine\.client\.ts$/ }, () => {
        replaced.add('engine');
        return { path: join(HERE, 'engine.client.ts') };
      });
      build.onResolve({ filter: /\.css\?url$/ }, ({ path }) => ({ path, namespace: 'sheet' }));
      build.onLoad({ filter: /./, namespace: 'sheet' }, ({ path }) => {
        const [, name] = /([\w-]+)\.css\?url$/.exec(path)!;
        const file = readdirSync(join(dist, '_astro')).find((built) => built.startsWith(`${name}.`) && built.endsWith('.css'));
        if (!file) throw new Error(`There is no built sheet for ${path}.`);
        assets.add(`_astro/${file}`);
        return { contents: `export default globalThis.naRoot + ${JSON.stringify(`_astro/${file}`)}` };
      });
    },
  };
}
