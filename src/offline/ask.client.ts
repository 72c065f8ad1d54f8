import type { Asked, Status } from './edition.ts';

/** Asks a worker for something to which it gives no answer. */
export const ask = (worker: ServiceWorker | null | undefined, asked: Asked): void => worker?.postMessage(asked);

/** Milliseconds to wait for the worker's answer: it is asked again on the next page view. */
const PATIENCE = 5_000;

/** What a worker says about its edition; null when it says nothing. */
export function statusOf(worker: ServiceWorker): Promise<Status | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Status>) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE);
    worker.postMessage('status' satisfies Asked, [port2]);
  });
}
