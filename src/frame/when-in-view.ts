/** Tells whether a child of an element is on screen, whenever that changes. Children may come and go. */
export const whenInView =
  (tell: (inView: boolean) => void) =>
  (element: HTMLElement): (() => void) => {
    const seen = new Set<Element>();
    const views = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      tell(seen.size > 0);
    });
    const watch = (): void => {
      views.disconnect();
      seen.clear();
      for (const child of element.children) views.observe(child);
    };
    const children = new MutationObserver(watch);
    children.observe(element, { childList: true });
    watch();
    return () => {
      children.disconnect();
      views.disconnect();
    };
  };
