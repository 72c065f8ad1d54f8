/** What makes the site installable on a phone's home screen: the web app manifest and its icons. https://www.w3.org/TR/appmanifest/ */
import sharp from 'sharp';
import mark from '../assets/mark.svg?raw';
import { SITE_NAME } from '../site.ts';
import { href } from '../href.ts';
import { THEME_COLOURS } from './theme-colours.ts';

/** How many pixels each icon has, and how much of its width the mark takes: systems cut a maskable one to a circle of 80 %. */
export const ICONS = {
  'icon-192': { pixels: 192, share: 1, purpose: 'any' },
  'icon-512': { pixels: 512, share: 1, purpose: 'any' },
  'icon-maskable-512': { pixels: 512, share: 0.62, purpose: 'maskable' },
  // iOS makes what is transparent black.
  'apple-touch-icon': { pixels: 180, share: 0.8, purpose: null },
} as const;

export type IconName = keyof typeof ICONS;

/** The manifest that lets browsers install the site: https://www.w3.org/TR/appmanifest/. */
export const webManifest = (): object => ({
  id: href(''),
  name: SITE_NAME,
  short_name: SITE_NAME,
  description: 'Node.js interview answers that have been run.',
  lang: 'en',
  start_url: href(''),
  scope: href(''),
  display: 'standalone',
  background_color: THEME_COLOURS.light,
  theme_color: THEME_COLOURS.light,
  icons: Object.entries(ICONS).flatMap(([name, { pixels, purpose }]) =>
    purpose ? [{ src: href(`icons/${name}.png`), sizes: `${pixels}x${pixels}`, type: 'image/png', purpose }] : [],
  ),
});

/** Draws an icon from the site's mark, on paper where the mark does not fill it. */
export async function drawIcon(name: IconName): Promise<Buffer> {
  const { pixels, share } = ICONS[name];
  const size = Math.round(pixels * share);
  const background = share < 1 ? THEME_COLOURS.light : { r: 0, g: 0, b: 0, alpha: 0 };
  const drawn = await sharp(Buffer.from(mark), { density: (72 * size) / 32 })
    .resize(size, size)
    .png()
    .toBuffer();
  return sharp({ create: { width: pixels, height: pixels, channels: 4, background } })
    .composite([{ input: drawn }])
    .png({ palette: true })
    .toBuffer();
}
