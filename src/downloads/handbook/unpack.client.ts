import type { Packed } from './packed.ts';

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

/** What `pack()` made; null when this browser is too old to inflate it (before 2023). The page is then as without JavaScript. */
async function unpacked(): Promise<Packed | null> {
  try {
    const bytes = Uint8Array.from(atob(document.querySelector('#packed')!.textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text());
  } catch {
    return null;
  }
}

const svgElement = (name: string, text: string): Element => Object.assign(document.createElementNS('http://www.w3.org/2000/svg', name), { textContent: text });

/** Puts a drawing in the place of its description, which stays for those who do not see it. */
function draw(figure: HTMLElement, svg: string): void {
  const [description, caption] = figure.children;
  const words = [caption!, description!].map(({ textContent }) => textContent);
  description!.outerHTML = svg;
  figure.firstElementChild!.prepend(svgElement('title', words[0]!), svgElement('desc', words[1]!));
}

/** Says of an answer what its place in the document says already: its segment, its address on the site, the titles of the next. */
function name(answer: HTMLElement): void {
  const link = Object.assign(document.createElement('a'), { href: `${all('main')[0]!.dataset['q']}${answer.id}/`, textContent: 'on the site' });
  const segment = answer.closest('section')!.querySelector('h2')!.textContent;
  answer.firstElementChild!.lastChild!.replaceWith(` ${segment} · `, link);
  for (const next of answer.querySelectorAll<HTMLAnchorElement>(':scope > p:last-child a'))
    next.innerHTML = document.querySelector(`[id="${next.textContent}"] h3`)!.innerHTML;
}

/** Puts why the wrong options are wrong around why the right one is right: each has the place of its option. */
function explain(list: HTMLElement, html: string): void {
  list.insertAdjacentHTML('beforeend', html);
  list.append(...[...list.querySelectorAll<HTMLLIElement>(':scope > li')].sort((a, b) => a.value - b.value));
}

/** Completes the page, and goes once more to where the address leads: what stands above it has other heights now. */
async function complete(): Promise<Packed | null> {
  all('article').forEach(name);
  for (const program of all('pre:not(.o)')) {
    const text = program.firstChild as Text;
    if (text.data.includes('\t')) text.data = text.data.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
  }
  // They scroll where they do not fit, so the keyboard must reach them.
  for (const wide of all('figure, .wide')) wide.tabIndex = 0;
  const packed = await unpacked();
  if (!packed) return null;
  const scrolled = scrollY;
  all('figure').forEach((figure, i) => draw(figure, packed.drawings[i]!));
  all('.r').forEach((list, i) => explain(list, packed.reasons[i]!));
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && performance.now() < 5000 && scrolled === scrollY) target.scrollIntoView();
  return packed;
}

/** Settles when the page is whole. */
export const completed = complete();
