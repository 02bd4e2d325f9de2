/** The button that keeps the course for reading offline, and what there is to say of it. */
import { offerReload } from '../waking/new-version.ts';

/** What the service worker tells while it keeps a build. */
type Told = { kept: number; of: number } | { failed: string };

const part = document.querySelector<HTMLElement>('.offline');
if (part && 'serviceWorker' in navigator && 'caches' in window) void start(part);

async function start(part: HTMLElement): Promise<void> {
  const keep = part.querySelector<HTMLButtonElement>('.keep');
  const remove = part.querySelector<HTMLButtonElement>('.remove');
  const progress = part.querySelector('progress');
  const status = part.querySelector('p');
  if (!keep || !remove || !progress || !status)
    throw new Error('keep-offline: KeepOffline.astro must draw two buttons, progress and status');
  const worker = part.dataset['worker'] ?? '';
  const scope = worker.replace(/[^/]*$/, '');

  const show = (shown: HTMLElement | null, words: string): void => {
    for (const element of [keep, remove, progress]) element.hidden = element !== shown;
    status.textContent = words;
  };
  const sayKept = (): void =>
    show(remove, 'The whole course is on this device and can be read without a network.');
  /** Waits until everything is kept, whichever tab asked for it. */
  const follow = async (asked: Promise<ServiceWorkerRegistration | undefined>): Promise<void> => {
    show(progress, '');
    try {
      await untilActive(await asked);
      sayKept();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      show(keep, `The course could not be kept: ${why.replace(/\.$/, '')}.`);
    }
  };

  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    // A new version is kept beside the one that is there.
    if (!remove.hidden || 'failed' in data) return;
    if (progress.hidden) void follow(navigator.serviceWorker.getRegistration(scope));
    progress.max = data.of;
    progress.value = data.kept;
    status.textContent = `${(data.kept / 1e6).toFixed(1)} of ${(data.of / 1e6).toFixed(1)} MB`;
  });
  keep.addEventListener('click', () => {
    void follow(navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' }));
  });
  remove.addEventListener('click', () => {
    forget(scope)
      .then(() => show(keep, 'The course was removed from this device.'))
      .catch((error: unknown) => (status.textContent = String(error)));
  });

  /** What was kept may have been removed in another tab, or kept in one. */
  const look = async (): Promise<ServiceWorkerRegistration | undefined> => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration?.active) sayKept();
    else if (!remove.hidden) show(keep, '');
    return registration;
  };
  document.addEventListener('visibilitychange', () => void look());

  const registration = await look();
  part.hidden = false;
  if (registration?.active) watchForNew(registration);
}

/** For a worker that fails to say why it failed, in milliseconds. */
const GRACE = 1000;

/** Waits until the worker has kept everything; throws what it says if it could not. */
async function untilActive(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
  if (!worker) throw new Error('it was removed meanwhile');
  if (worker.state === 'activated') return;
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant')
        setTimeout(() => reject(new Error('a file did not come')), GRACE);
    });
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('failed' in data) reject(new Error(data.failed));
    });
  });
}

/** A new version is kept beside the one that is read, and takes its place when the reader says so. */
function watchForNew(registration: ServiceWorkerRegistration): void {
  const offer = (worker: ServiceWorker): void =>
    offerReload(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      worker.postMessage('take over');
    });
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offer(worker);
    });
  });
  registration.update().catch(() => undefined);
}

async function forget(scope: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`course ${scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
}
