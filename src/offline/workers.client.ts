import { ask } from './ask.client.ts';

/** The path of the site, with a slash at both ends. */
export const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Which editions there are, by how far each has come. */
export interface Stages {
  /** An edition is in use. */
  active: boolean;
  /** An edition is being saved. */
  installing: boolean;
  /** An edition is saved and waits to be used. */
  waiting: boolean;
}

interface Listener {
  stages(stages: Stages): void;
  /** An edition can be asked about. */
  usable(worker: ServiceWorker): void;
  /** A worker began to save its edition. */
  begun(): void;
  /** A worker was given up before it had saved everything. */
  lost(): void;
}

/** Follows the workers of the site: each stands for an edition. */
export class Workers {
  private registration: ServiceWorkerRegistration | undefined;
  private readonly watched = new WeakSet<object>();
  private readonly listener: Listener;

  constructor(listener: Listener) {
    this.listener = listener;
  }

  get stages(): Stages {
    const { active, installing, waiting } = this.registration ?? {};
    return { active: !!active, installing: !!installing, waiting: !!waiting };
  }

  /** Finds what was registered on an earlier page view. */
  async find(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(BASE);
    if (registration) this.attach(registration);
  }

  /**
   * Begins to save the site, or looks for a newer edition of it.
   *
   * @throws TypeError without a connection; DOMException when the browser does not want to
   */
  async register(): Promise<void> {
    // `imports`: the browser looks at sw.js itself each time; the manifest's name changes with its contents. Browsers of tests block workers by
    // giving none.
    const registration = (await navigator.serviceWorker.register(`${BASE}sw.js`, { updateViaCache: 'imports' })) as ServiceWorkerRegistration | undefined;
    if (!registration) throw new DOMException('', 'NotSupportedError');
    if (registration.active && !registration.installing && !registration.waiting) await registration.update().catch(() => {});
    this.attach(registration);
  }

  /** Looks for a newer edition: browsers do so only when a page is opened. */
  update(): void {
    void this.registration?.update().catch(() => {});
  }

  pause(): void {
    ask(this.registration?.installing, 'pause');
  }

  mend(): void {
    ask(this.registration?.active, 'mend');
  }

  takeOver(): void {
    ask(this.registration?.waiting, 'take-over');
  }

  async unregister(): Promise<void> {
    this.pause();
    await this.registration?.unregister();
    this.forget();
  }

  forget(): void {
    this.registration = undefined;
  }

  private attach(registration: ServiceWorkerRegistration): void {
    this.registration = registration;
    if (!this.watched.has(registration)) {
      this.watched.add(registration);
      registration.addEventListener('updatefound', () => this.watch(registration.installing));
    }
    this.watch(registration.installing);
    this.listener.stages(this.stages);
    if (registration.active) this.listener.usable(registration.active);
  }

  private watch(worker: ServiceWorker | null): void {
    if (!worker || this.watched.has(worker)) return;
    this.watched.add(worker);
    this.listener.stages(this.stages);
    this.listener.begun();
    worker.addEventListener('statechange', () => {
      this.listener.stages(this.stages);
      if (worker.state === 'activated') this.listener.usable(worker);
      if (worker.state === 'redundant') this.listener.lost();
    });
  }
}
