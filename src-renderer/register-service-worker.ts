/** Lets the web application open without a network. The desktop application has its files with it. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || location.protocol === 'app:' || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('./service-worker.js');
}
