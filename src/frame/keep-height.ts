/** An element stays as tall as it has been at its width, so that what is below it does not jump about. */
export function keepHeight(element: HTMLElement): () => void {
  let width = -1;
  let height = 0;
  const observer = new ResizeObserver(() => {
    if (element.offsetWidth !== width) {
      width = element.offsetWidth;
      height = 0;
      element.style.minBlockSize = '';
    }
    if (element.offsetHeight <= height) return;
    height = element.offsetHeight;
    element.style.minBlockSize = `${String(height)}px`;
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
