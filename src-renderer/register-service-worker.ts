/** A window that stays open for days looks this often, when somebody looks at it. */
const LOOK_EVERY_MS = 3_600_000;
/** Chromium may leave a version that was asked to take over waiting while the old one answers requests; a reload lets it in. */
const TAKES_OVER_WITHIN_MS = 3_000;

/**
 * Lets the web application open without a network. The desktop application has its files with it.
 * `onUpdate` is called when a new version is ready, with what takes it; nothing changes before the person wants it.
 */
export async function registerServiceWorker(onUpdate: (takeOver: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || location.protocol === 'app:' || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const hadVersion = serviceWorker.controller !== null;
  const registration = await serviceWorker.register('./service-worker.js');
  const reload = (): void => {
    location.reload();
  };
  const offer = (): void => {
    // Without a controller this is the first version ever: there is nothing to update.
    if (registration.waiting === null || serviceWorker.controller === null) return;
    onUpdate(() => {
      serviceWorker.addEventListener('controllerchange', reload, { once: true });
      // Another window took it meanwhile.
      if (registration.waiting === null) reload();
      else registration.waiting.postMessage('take-over');
      setTimeout(reload, TAKES_OVER_WITHIN_MS);
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
    // A busy window hears of it when it is installed already.
    offer();
  });
  // Another window took the new version: screens that this one did not open yet are gone.
  if (hadVersion) {
    serviceWorker.addEventListener('controllerchange', () => {
      onUpdate(reload);
    });
  }
  lookForUpdates(registration);
}

/** The browser itself looks only when a page is opened. */
function lookForUpdates(registration: ServiceWorkerRegistration): void {
  let isDue = false;
  const look = (): void => {
    if (!isDue || document.visibilityState !== 'visible') return;
    isDue = false;
    // Without a network there is nothing to hear.
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', look);
  setInterval(() => {
    isDue = true;
    look();
  }, LOOK_EVERY_MS);
}
