const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page (`event-loop/phases`, '' for home) or of a file of `public/` below the site's base path. */
export function href(path: string): string {
  return path === '' || /\.\w+$/.test(path) ? `${base}/${path}` : `${base}/${path}/`;
}
