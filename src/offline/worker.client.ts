/**
 * The service worker. Bundled to `/sw.js` by `integration.ts`, behind an import of the manifest, which sets `EDITION`.
 *
 * It saves one edition of the site whole, and answers from it and from no other. A newer edition is a newer worker: it saves beside this one,
 * waits until a reader asks for it, and then tidies up.
 */
import { type Route, routeOf } from './addresses.client.ts';
import type { Status, Told } from './edition.ts';
import { fetchWhole, save } from './saving.client.ts';
import { Store } from './store.client.ts';
import type { WorkerScope } from './worker-scope.ts';

const worker = self as unknown as WorkerScope;
const edition = worker.EDITION;
const base = new URL(worker.registration.scope).pathname;
const store = new Store(base, edition);
const known = { base, files: store, redirects: edition.redirects };
const channel = new BroadcastChannel(store.name);
const tell = (message: Told): void => channel.postMessage(message);

let paused = false;
let mending: Promise<void> | undefined;

const saving = (mend: boolean): Promise<void> => save({ base, store, total: edition.files.length, mending: mend, paused: () => paused, tell });

worker.addEventListener('install', (event) => event.waitUntil(saving(false)));

worker.addEventListener('activate', (event) => {
  event.waitUntil(store.takeOver(!worker.registration.installing).then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'pause') paused = true;
  if (event.data === 'status') event.waitUntil(status().then((found) => event.ports[0]?.postMessage(found)));
  if (event.data === 'mend') event.waitUntil(mend());
});

async function status(): Promise<Status> {
  const { version, files } = edition;
  const cache = await store.open();
  if (!cache) return { version, savedAt: null, missing: files.length, total: files.length };
  return { version, savedAt: (await store.note(cache))?.savedAt ?? null, missing: (await store.missing(cache)).length, total: files.length };
}

/** Fetches what is missing or damaged. That it could not is told, and no error. */
function mend(): Promise<void> {
  paused = false;
  mending ??= store
    .discardDamaged()
    .then(() => saving(true))
    .catch(() => {})
    .finally(() => (mending = undefined));
  return mending;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const route = routeOf(url, request.mode === 'navigate', known);
  if (route) event.respondWith(answer(route, request));
});

async function answer(route: NonNullable<Route>, request: Request): Promise<Response> {
  if (route.to === 'redirect') return Response.redirect(route.path, 302);
  if (route.to === 'older') return (await store.readOlder(route.address)) ?? fetch(request);
  if (route.to === 'file') {
    const saved = (await store.read(route.address)) ?? (await repair(route.address));
    if (saved) return saved;
  }
  // A page of no saved edition comes from the network itself: the browser's own cache may hold another edition's.
  const online = route.to === 'network-page' ? fetch(request, { cache: 'no-cache' }) : fetch(request);
  return online.catch(() => (request.mode === 'navigate' ? notSaved() : Response.error()));
}

/** Gets a file that should be in the store, the same bytes only. */
async function repair(address: string): Promise<Response | undefined> {
  const cache = await store.open();
  const entry = edition.files.find(([one]) => one === address);
  // Without a store the reader has removed everything: nothing is damaged.
  if (!cache || !entry) return undefined;
  try {
    const fetched = await fetchWhole(base, entry);
    await cache.put(store.keyOf(address), fetched.clone()).catch(() => {});
    return fetched;
  } catch {
    tell({ type: 'damaged' });
    return undefined;
  }
}

/** The page for addresses that lead nowhere, saying what is true of this one: it may well lead somewhere with a connection. */
async function notSaved(): Promise<Response> {
  const page = (await (await store.read('404.html'))?.text()) ?? '<!doctype html><title>Offline</title><p>This page is not saved for offline reading.';
  const said = page.replace('<html', '<html data-offline').replace(/(<(?:h1\b[^>]*|title)>).+?(?= \||<)/g, '$1This page is not saved here');
  return new Response(said, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
