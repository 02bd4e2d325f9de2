/** Keeps the height of an element, in pixels, in a custom property of the element around it. */
export const tellHeight =
  (property: `--${string}`) =>
  (element: HTMLElement): (() => void) => {
    const observer = new ResizeObserver(() => {
      element.parentElement?.style.setProperty(property, `${String(element.offsetHeight)}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };
