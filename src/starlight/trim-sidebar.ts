import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];

const holdsCurrent = (entry: Entry): boolean => (entry.type === 'link' ? entry.isCurrent : entry.entries.some(holdsCurrent));
const firstHref = (entry: Entry): string => (entry.type === 'link' ? entry.href : firstHref(entry.entries[0]!));

/**
 * Keeps the current segment open and turns every other one into a link to its first page, so that a page's weight does not grow
 * with the number of questions. Previous and next are computed before this and still cross segments.
 */
export const onRequest = defineRouteMiddleware(async (context, next) => {
  await next();
  const route = context.locals.starlightRoute;
  route.sidebar = route.sidebar.map((entry) =>
    entry.type === 'group' && !holdsCurrent(entry)
      ? { type: 'link', label: entry.label, href: firstHref(entry), isCurrent: false, badge: entry.badge, attrs: {} }
      : entry,
  );
});
