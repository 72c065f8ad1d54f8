import path from 'node:path';
import { buildSync } from 'esbuild';
import { escape } from '../bank/text.ts';
import type { TraceFile } from '../traces/trace.ts';
import { knownOf } from './known.ts';
import { playerMarkup } from './markup.ts';
import { viewOf } from './view.ts';

const source = path.resolve(import.meta.dirname, '..');

/**
 * A page of its own for the recordings of a program that stands on no page: one HTML file that asks for nothing else.
 *
 * @param name the name the program was run under; the tab is called so too
 */
export function standalonePage(name: string, code: string, trace: TraceFile): string {
  const view = viewOf(name, code, knownOf(trace));
  return `<!doctype html>
<html lang="en" data-theme="light">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(name)}</title>
<script>if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark';</script>
<style>
${styles()}
${PAGE}
</style>
<main>
<h1>${escape(name)}</h1>
<loop-player id="${view.id}">${playerMarkup(view, { own: '' })}</loop-player>
</main>
<script type="module">${playerScript().replaceAll('</', '<\\/')}</script>
</html>
`;
}

/** What the site's own frame gives a player elsewhere. */
const PAGE = `:root{--font-heading:Newsreader;color-scheme:light}[data-theme=dark]{color-scheme:dark}*{box-sizing:border-box}
body{margin:0;background:var(--sl-color-black);color:var(--sl-color-gray-2);font-family:system-ui,sans-serif}
main{max-width:82rem;margin:0 auto;padding:clamp(.5rem,3vw,2.5rem)}
h1{font:600 var(--sl-text-3xl)/1.2 var(--na-font-heading);color:var(--sl-color-white);margin:0}
loop-player{--__sl-font:system-ui,sans-serif;--__sl-font-mono:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}`;

/** The site's measures and the player's style sheets as one. */
function styles(): string {
  const contents = "@import './styles/tokens.css'; @import './player/player.css';";
  const [file] = buildSync({ stdin: { contents, loader: 'css', resolveDir: source }, bundle: true, minify: true, write: false }).outputFiles;
  return file!.text.trim();
}

/** The player as one script. */
export function playerScript(): string {
  const [file] = buildSync({
    entryPoints: [path.join(source, 'player/loop-player.client.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  }).outputFiles;
  return file!.text.trim();
}
