import { ARCS } from './arcs.ts';

const [MIDDLE, RADIUS] = [120, 102];

const at = (degrees: number, radius = RADIUS): [x: string, y: string] => {
  const turn = (degrees * Math.PI) / 180;
  return [(MIDDLE + radius * Math.sin(turn)).toFixed(1), (MIDDLE - radius * Math.cos(turn)).toFixed(1)];
};

/** The ring of phases as SVG: an arc and a name each, and the hand that points at the one the loop is in. */
export function drawWheel(): string {
  const arcs = ARCS.map(({ phase, from, to, who }) => {
    const middle = (from + to) / 2;
    const [x, y] = at(middle);
    // Below the middle a name stands on its head unless it is turned round.
    const turn = middle > 90 && middle < 270 ? middle - 180 : middle;
    return (
      `<g class="tp-arc q-${who}" data-p="${phase}"><path d="M${at(from)}A${RADIUS},${RADIUS} 0 0 1 ${at(to)}"/>` +
      `<text x="${x}" y="${y}" transform="rotate(${turn} ${x} ${y})">${phase}</text></g>`
    );
  });
  return `<svg viewBox="0 0 240 240">${arcs.join('')}<path class="tp-hand" d="M120 38l-6.5 11h13z"/></svg>`;
}
