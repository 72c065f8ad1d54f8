import type { Element } from 'hast';
import { hasClass } from '../html.ts';

/** The script behind the button that saves the site for offline reading: a folder is saved, and has no service workers. */
export const WEB_ONLY_MODULE = /\/OfflineControl\.astro[\w.]*\.js$/;

/**
 * Parts of a page that need a server or make no sense in a folder: saving it for offline reading; menus to share it, since its short
 * address stands at its foot; the runs with Node's own jobs, which the player would fetch.
 */
export const isWebOnly = (element: Element): boolean =>
  element.tagName === 'offline-control' || element.tagName === 'share-menu' || hasClass(element, 'tp-own');
