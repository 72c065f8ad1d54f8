/**
 * The part of a service worker's global scope that ours uses. TypeScript's own `webworker` library cannot stand beside `dom`:
 * https://github.com/microsoft/TypeScript/issues/20595. Types only.
 */
import type { Asked, Edition } from './edition.ts';

interface Extendable {
  /** Keeps the worker alive; a rejection during `install` discards it. */
  waitUntil(work: Promise<unknown>): void;
}

interface Events {
  install: Extendable;
  activate: Extendable;
  message: Extendable & { data: Asked; ports: readonly MessagePort[] };
  fetch: Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
}

export interface WorkerScope {
  /** Set by the manifest, which the worker imports first. */
  EDITION: Edition;
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window' }): Promise<readonly { url: string; navigate(url: string): Promise<unknown> }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): void;
}
