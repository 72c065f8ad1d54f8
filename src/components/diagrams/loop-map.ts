import { arrow, box, el, round, text, type Drawing, type Kind } from './svg.ts';

interface Station {
  angle: number;
  name: string;
  sub: string;
  kind?: Kind;
}

const [CX, CY, RADIUS, W, H] = [270, 306, 172, 152, 60];

/** Clockwise from the top, in degrees; a lap runs clockwise too. */
const STATIONS: readonly Station[] = [
  { angle: -90, name: 'poll', sub: 'waits, then I/O', kind: 'hot' },
  { angle: -28, name: 'check', sub: 'setImmediate', kind: 'hot' },
  { angle: 28, name: 'close', sub: "some 'close' events" },
  { angle: 90, name: 'timers', sub: 'setTimeout, …', kind: 'hot' },
  { angle: 152, name: 'pending', sub: 'put-off I/O' },
  { angle: 208, name: 'idle, prepare', sub: 'internal', kind: 'soft' },
];

const at = (angle: number, radius = RADIUS): [number, number] => {
  const turn = (angle * Math.PI) / 180;
  return [CX + radius * Math.cos(turn), CY + radius * Math.sin(turn)];
};

const named = (x: number, y: number, name: string, sub: string, kind?: Kind): string =>
  box(x - W / 2, y - H / 2, W, H, kind) + text(x, y - 4, name, { class: 'dg-name' }) + text(x, y + 17, sub, { class: 'dg-sub' });

/** The map of the event loop: six phases on a ring, the two queues in its middle, what feeds poll, where a program enters and leaves. */
export function drawLoopMap(): Drawing {
  const ring = el('circle', { class: 'dg-line', cx: CX, cy: CY, r: RADIUS });
  const heads = STATIONS.map((station, i) => {
    const next = STATIONS[(i + 1) % STATIONS.length]!.angle + (i + 1 === STATIONS.length ? 360 : 0);
    const middle = (station.angle + next) / 2;
    const [x, y] = at(middle);
    return el('path', { class: 'dg-head', d: 'M-4.5 -5L4.5 0L-4.5 5', transform: `translate(${round(x)} ${round(y)}) rotate(${round(middle + 90)})` });
  });
  const stations = STATIONS.map((station) => named(...at(station.angle), station.name, station.sub, station.kind));
  const hub =
    el('circle', { class: 'dg-box dg-soft', cx: CX, cy: CY, r: 76 }) +
    [
      ['after every callback', 'dg-sub'],
      ['nextTick queue', 'dg-name'],
      ['then', 'dg-sub'],
      ['microtasks', 'dg-name'],
    ]
      .map(([line, style], i) => text(CX, CY - 27 + i * 22, line!, { class: style }))
      .join('');
  const [, pollTop] = at(-90);
  const sources =
    named(156, 36, 'kernel', 'sockets, pipes') +
    named(384, 36, 'thread pool', 'fs, dns.lookup') +
    arrow([
      [156, 66],
      [156, 86],
      [244, 86],
      [244, pollTop - H / 2 - 2],
    ]) +
    arrow([
      [384, 66],
      [384, 86],
      [296, 86],
      [296, pollTop - H / 2 - 2],
    ]);
  const [, timersY] = at(90);
  const doors =
    named(84, timersY + 50, 'your script', 'runs once, first', 'soft') +
    named(456, timersY + 50, 'exit', 'nothing is alive', 'soft') +
    arrow(
      [
        [160, timersY + 50],
        [CX - 30, timersY + 50],
        [CX - 30, timersY + H / 2 + 2],
      ],
      true,
    ) +
    arrow(
      [
        [CX + 30, timersY + H / 2],
        [CX + 30, timersY + 50],
        [378, timersY + 50],
      ],
      true,
    );
  return { width: 540, height: timersY + 50 + H / 2 + 6, scale: 1.22, body: ring + heads.join('') + sources + stations.join('') + hub + doors };
}
