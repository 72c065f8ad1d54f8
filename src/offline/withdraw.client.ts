/**
 * A worker that takes the place of ours and withdraws: deletes what was saved, and lets the open pages come from the host again. `astro dev` serves
 * it as `sw.js`, else a copy saved from `npm start` would hide what one writes. In an emergency, publish it as `sw.js`.
 */
import { storeName } from './store.client.ts';
import type { WorkerScope } from './worker-scope.ts';

const worker = self as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => event.waitUntil(withdraw()));

async function withdraw(): Promise<void> {
  await caches.delete(storeName(new URL(worker.registration.scope).pathname));
  await worker.registration.unregister();
  for (const page of await worker.clients.matchAll({ type: 'window' })) await page.navigate(page.url).catch(() => {});
}
