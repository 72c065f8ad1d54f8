import type { Page } from '@playwright/test';

/** Letters that stick out of their box, out of the drawing, or into other letters; in the diagrams of the open page. */
export async function crampedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const edges = ({ x, y, width, height }: DOMRect) => ({ left: x, top: y, right: x + width, bottom: y + height });
    type Edges = ReturnType<typeof edges>;
    const holds = (outer: Edges, inner: Edges) =>
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const meet = (a: Edges, b: Edges) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
    for (const svg of document.querySelectorAll<SVGSVGElement>('.diagram svg')) {
      const name = svg.querySelector('title')?.textContent;
      const { width, height } = svg.viewBox.baseVal;
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: edges(text.getBBox()) }));
      const boxes = [...svg.querySelectorAll('rect')].map((rect) => edges(rect.getBBox()));
      for (const { words, box } of texts) {
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const around = boxes.find((b) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom);
        if (around && !holds(around, box))
          found.push(`"${name}": "${words}" is wider than its box by ${Math.round(box.right - box.left - (around.right - around.left))}`);
        if (!holds({ left: 0, top: 0, right: width, bottom: height }, box)) found.push(`"${name}": "${words}" sticks out of the drawing`);
      }
      texts.forEach((one, i) => {
        for (const other of texts.slice(i + 1)) if (meet(one.box, other.box)) found.push(`"${name}": "${one.words}" and "${other.words}" overlap`);
      });
    }
    return found;
  });
}
