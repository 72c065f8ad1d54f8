import Option from '../../../src/components/Option.astro';
import { render } from './render.ts';

/** What an author puts into a Predict, as the markdown pipeline hands it over: blocks drawn by Expressive Code, then the options. */
export const PROGRAM = '<div class="expressive-code"><figure class="frame is-run"><pre>code</pre></figure></div>';
export const OUTPUT = '<div class="expressive-code"><figure class="frame is-output"><pre>printed</pre></figure></div>';

export const option = async (text: string, why: string, correct = false): Promise<string> => (await render(Option, { text, correct }, why)).html;

export const OPTIONS = [
  await option('a, b', '<p>Not in this order.</p>'),
  await option('b, a', '<p>The queue of <code>b</code> is first.</p>', true),
  await option('It is a race', '<p>No timer here.</p>'),
].join('\n');
