import { statusOf } from './ask.client.ts';
import type { Told } from './edition.ts';
import { type Facts, type Shown, shownFor, UNKNOWN } from './states.client.ts';
import { storeName } from './store.client.ts';
import { remember, type Wish } from './wish.client.ts';
import { BASE, Workers } from './workers.client.ts';

const savesData = (): boolean => !!(navigator as { connection?: { saveData: boolean } }).connection?.saveData;

/** The saved copy of the site, as this tab knows it. */
export class SavedCopy {
  private readonly facts: Facts = { ...UNKNOWN };
  private readonly channel = new BroadcastChannel(storeName(BASE));
  private readonly workers = new Workers({
    stages: (stages) => this.set(stages),
    usable: (worker) => void this.examine(worker),
    begun: () => this.set({ stopped: null }),
    lost: () => this.lost(),
  });
  /** The edition of this page; null when it came from the network. */
  private version: string | null = null;
  private switching = false;
  /** How many files were there when saving last began. */
  private begunAt = -1;
  /** Milliseconds until it is tried again; doubled each time. */
  private wait = 5_000;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly show: (shown: Shown) => void;

  /** @param show draws what there is to say, whenever it changes */
  constructor(show: (shown: Shown) => void) {
    this.show = show;
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    navigator.serviceWorker.addEventListener('controllerchange', () => void this.otherInUse());
    addEventListener('online', () => this.tryNow());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.workers.update());
  }

  /** Finds out what there is, and goes on with a saving that was begun. */
  async look(wish: Wish | undefined): Promise<void> {
    await this.workers.find();
    if (navigator.serviceWorker.controller) this.version = (await statusOf(navigator.serviceWorker.controller))?.version ?? null;
    if (this.facts.active || this.facts.installing) return;
    if (wish === 'paused' || savesData()) this.set({ stopped: 'reader' });
    else await this.save(false);
  }

  /** Begins or goes on. @param asked the reader has pressed a button; else a browser that refuses, in a private window say, is no news */
  async save(asked = true): Promise<void> {
    remember('on');
    this.begunAt = this.facts.progress?.done ?? 0;
    this.set({ stopped: null, removed: false, refused: null, installing: true });
    try {
      await this.workers.register();
    } catch (error) {
      // Without a connection the browser cannot fetch the worker; that is no refusal.
      const { name } = error as Error;
      if (name === 'TypeError') return this.set({ installing: false, stopped: 'network' });
      remember('off');
      this.set({ installing: false, refused: asked ? name : null });
    }
  }

  pause(): void {
    remember('paused');
    this.workers.pause();
  }

  /** Uses the edition that waits; the page reloads when it is in use. */
  takeOver(): void {
    this.switching = true;
    this.workers.takeOver();
  }

  async remove(): Promise<void> {
    remember('off');
    await this.workers.unregister();
    await caches.delete(storeName(BASE));
    this.gone();
    this.channel.postMessage({ type: 'removed' } satisfies Told);
  }

  /** Asks an edition for what is missing, and has it mended. */
  private async examine(worker: ServiceWorker): Promise<void> {
    const status = await statusOf(worker);
    const damaged = !!status && (status.missing > 0 || status.savedAt === null);
    this.set({ status, damaged });
    if (damaged && navigator.onLine) this.workers.mend();
  }

  private hear(told: Told): void {
    if (told.type === 'progress') this.set({ progress: told, mending: told.mending });
    if (told.type === 'stopped') {
      this.set({ progress: told, mending: false, ...(told.mending ? { damaged: true } : { stopped: told.why }) });
      this.tryLater();
    }
    if (told.type === 'damaged') this.set({ damaged: true });
    if (told.type === 'removed') this.gone();
    if (told.type === 'whole') {
      const wasMending = this.facts.mending;
      this.set({ mending: false, stopped: null });
      if (wasMending) void this.workers.find();
    }
  }

  /** A worker was given up: it said why, or the browser ended it. */
  private lost(): void {
    const { stopped, removed, waiting, active, progress } = this.facts;
    if (stopped || removed || waiting) return;
    // Chromium ends what takes longer than five minutes. What is saved stays saved: go on as long as it grows.
    if (!active && (progress?.done ?? 0) > this.begunAt) return void this.save(false);
    this.set({ stopped: 'network' });
    this.tryLater();
  }

  private async otherInUse(): Promise<void> {
    if (this.switching) return location.reload();
    const worker = navigator.serviceWorker.controller;
    const version = worker && (await statusOf(worker))?.version;
    if (!version) return;
    // A page that came from the network is of the edition that was saved while it was open.
    this.version ??= version;
    if (version !== this.version) this.set({ stale: true });
  }

  private tryNow(): void {
    if (!navigator.onLine) return;
    if (this.facts.damaged) this.workers.mend();
    if (this.facts.stopped === 'network') void this.save(false);
  }

  /** A browser says that it is online before it is, and a host may be down for a minute. */
  private tryLater(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.tryNow(), this.wait);
    this.wait *= 2;
  }

  private gone(): void {
    this.workers.forget();
    this.set({ ...this.workers.stages, removed: true, stopped: null, progress: null, damaged: false });
  }

  private set(facts: Partial<Facts>): void {
    Object.assign(this.facts, facts);
    // The search says that it may find less.
    document.documentElement.toggleAttribute('data-offline-damaged', this.facts.damaged);
    this.show(shownFor(this.facts));
  }
}
