/** Runs a task once the element is nearly in view and the page has a moment. Returns how to call it off. */
export function whenNear(element: Element, task: () => void): () => void {
  let idle: number | undefined;
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      idle = later(task);
    },
    { rootMargin: '400px' },
  );
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    if (idle !== undefined) cancel(idle);
  };
}

// Safari has no idle callbacks.
function later(task: () => void): number {
  return typeof window.requestIdleCallback === 'function'
    ? window.requestIdleCallback(task, { timeout: 1000 })
    : window.setTimeout(task, 50);
}

function cancel(handle: number): void {
  if (typeof window.cancelIdleCallback === 'function') window.cancelIdleCallback(handle);
  else window.clearTimeout(handle);
}
