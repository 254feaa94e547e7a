/**
 * Lets the web application open without a network. The desktop application has its files with it.
 * `onUpdate` is called when a new version is ready, with what takes it; nothing changes before the person wants it.
 */
export async function registerServiceWorker(onUpdate: (takeOver: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || location.protocol === 'app:' || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('./service-worker.js');
  const offer = (): void => {
    // Without a controller this is the first version ever: there is nothing to update.
    if (registration.waiting === null || navigator.serviceWorker.controller === null) return;
    onUpdate(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting?.postMessage('take-over');
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
