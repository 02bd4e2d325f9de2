/** Makes all of the page but this element out of reach, for Tab and for screen readers. Gives the way back. */
export function alone(element: HTMLElement): () => void {
  const others = [...beside(element)].filter(({ inert }) => !inert);
  for (const other of others) other.inert = true;
  return () => {
    for (const other of others) other.inert = false;
  };
}

/** What stands beside the element, or beside something that it stands in. */
function* beside(element: HTMLElement): Generator<HTMLElement> {
  const parent = element.parentElement;
  if (element === document.body || parent === null) return;
  for (const child of parent.children)
    if (child !== element && child instanceof HTMLElement) yield child;
  yield* beside(parent);
}
