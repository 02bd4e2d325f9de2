/** What is cut off is scrolled by keyboard too; what is not is no tab stop. */
export function focusWhereCut(element: HTMLElement): () => void {
  const follow = (): void => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const size = new ResizeObserver(follow);
  const text = new MutationObserver(follow);
  size.observe(element);
  text.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    size.disconnect();
    text.disconnect();
  };
}
