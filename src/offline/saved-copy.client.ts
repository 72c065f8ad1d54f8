import { ask, statusOf } from './ask.client.ts';
import type { Told } from './edition.ts';
import { type Facts, type Shown, shownFor } from './states.client.ts';
import { storeName } from './store.client.ts';
import { remember } from './wish.client.ts';

const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The saved copy of the site, as this tab knows it. */
export class SavedCopy {
  private readonly facts: Facts = {
    active: false,
    installing: false,
    waiting: false,
    status: null,
    progress: null,
    mending: false,
    stopped: null,
    damaged: false,
    stale: false,
    removed: false,
    refused: null,
  };
  private registration: ServiceWorkerRegistration | undefined;
  private readonly channel = new BroadcastChannel(storeName(BASE));
  /** The edition of this page; null when it came from the network. */
  private version: string | null = null;
  private switching = false;
  /** How much was saved when it was last begun. */
  private begunAt = -1;
  private readonly watched = new WeakSet<object>();
  private readonly show: (shown: Shown) => void;

  /** @param show draws what there is to say, whenever it changes */
  constructor(show: (shown: Shown) => void) {
    this.show = show;
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    navigator.serviceWorker.addEventListener('controllerchange', () => void this.otherInUse());
    addEventListener('online', () => this.backOnline());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.registration?.update().catch(() => {});
    });
  }

  /** Finds out what there is. @param wish `on` goes on with a saving that was begun; `paused` waits for the reader */
  async look(wish: 'on' | 'paused' | null): Promise<void> {
    this.registration = await navigator.serviceWorker.getRegistration(BASE);
    if (navigator.serviceWorker.controller) this.version = (await statusOf(navigator.serviceWorker.controller))?.version ?? null;
    if (this.registration) await this.attach(this.registration);
    if (this.registration?.active || this.registration?.installing) this.set(this.stages());
    else if (wish === 'paused') this.set({ stopped: 'reader' });
    else if (wish === 'on') await this.save();
    else this.set({});
  }

  /** Begins or goes on. */
  async save(): Promise<void> {
    remember('on');
    this.begunAt = this.facts.progress?.done ?? 0;
    this.set({ stopped: null, removed: false, refused: null, installing: true });
    try {
      // Some test browsers block workers by giving none.
      const registration = (await navigator.serviceWorker.register(`${BASE}sw.js`, { updateViaCache: 'imports' })) as ServiceWorkerRegistration | undefined;
      if (!registration) throw new DOMException('', 'NotSupportedError');
      if (registration.active && !registration.installing && !registration.waiting) await registration.update().catch(() => {});
      await this.attach(registration);
    } catch (error) {
      // Without a connection the browser cannot fetch the worker; that is no refusal.
      this.set((error as Error).name === 'TypeError' ? { installing: false, stopped: 'network' } : { installing: false, refused: (error as Error).name });
    }
  }

  pause(): void {
    remember('paused');
    ask(this.registration?.installing, 'pause');
  }

  /** Uses the edition that waits; the page reloads when it is in use. */
  takeOver(): void {
    this.switching = true;
    ask(this.registration?.waiting, 'take-over');
  }

  async remove(): Promise<void> {
    remember('off');
    ask(this.registration?.installing, 'pause');
    await this.registration?.unregister();
    await caches.delete(storeName(BASE));
    this.forget();
    this.channel.postMessage({ type: 'removed' } satisfies Told);
  }

  private async attach(registration: ServiceWorkerRegistration): Promise<void> {
    this.registration = registration;
    if (!this.watched.has(registration)) {
      this.watched.add(registration);
      registration.addEventListener('updatefound', () => this.watch(registration.installing));
    }
    this.watch(registration.installing);
    this.set(this.stages());
    if (registration.active) await this.examine(registration.active);
  }

  /** Asks for what is missing, and has it mended. */
  private async examine(worker: ServiceWorker): Promise<void> {
    const status = await statusOf(worker);
    const damaged = !!status && (status.missing > 0 || status.savedAt === null);
    this.set({ status, damaged });
    if (damaged && navigator.onLine) ask(worker, 'mend');
  }

  private watch(worker: ServiceWorker | null): void {
    if (!worker || this.watched.has(worker)) return;
    this.watched.add(worker);
    this.set({ ...this.stages(), stopped: null });
    worker.addEventListener('statechange', () => {
      this.set(this.stages());
      if (worker.state === 'activated') void this.examine(worker);
      if (worker.state !== 'redundant' || this.facts.stopped || this.facts.removed || this.facts.waiting) return;
      // Chromium ends what takes longer than five minutes. What is saved stays saved: go on as long as it grows.
      if (!this.facts.active && (this.facts.progress?.done ?? 0) > this.begunAt) void this.save();
      else this.set({ stopped: 'network' });
    });
  }

  private stages(): Pick<Facts, 'active' | 'installing' | 'waiting'> {
    const { active, installing, waiting } = this.registration ?? {};
    return { active: !!active, installing: !!installing, waiting: !!waiting };
  }

  private hear(told: Told): void {
    if (told.type === 'progress') this.set({ progress: told, mending: told.mending });
    else if (told.type === 'stopped') this.set({ progress: told, mending: false, ...(told.mending ? { damaged: true } : { stopped: told.why }) });
    else if (told.type === 'damaged') this.set({ damaged: true });
    else if (told.type === 'removed') this.forget();
    else {
      if (this.facts.mending && this.registration?.active) void this.examine(this.registration.active);
      this.set({ mending: false, stopped: null });
    }
  }

  private async otherInUse(): Promise<void> {
    if (this.switching) return location.reload();
    const worker = navigator.serviceWorker.controller;
    const version = worker && (await statusOf(worker))?.version;
    if (this.version && version && version !== this.version) this.set({ stale: true });
  }

  private backOnline(): void {
    if (this.facts.damaged) ask(this.registration?.active, 'mend');
    else if (this.facts.stopped === 'network') void this.save();
  }

  private forget(): void {
    this.registration = undefined;
    this.set({ ...this.stages(), removed: true, stopped: null, progress: null, damaged: false });
  }

  private set(facts: Partial<Facts>): void {
    Object.assign(this.facts, facts);
    this.show(shownFor(this.facts));
  }
}
