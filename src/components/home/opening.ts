/** Plays the opening figure once when it is seen, unless the reader wants no motion or was there first. */
const island = document.querySelector<HTMLElement>('.opening [data-island]');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

function playWhenSeen(figure: HTMLElement): void {
  const stop = new AbortController();
  const { signal } = stop;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting || figure.dataset['awake'] === undefined) return;
      stop.abort();
      figure.querySelector<HTMLButtonElement>('button[aria-label="Play"]')?.click();
    },
    { threshold: [0.4, 0.6, 0.8, 1] },
  );
  const awake = new MutationObserver(() => {
    // Asked again, the observer tells at once what is seen.
    observer.unobserve(figure);
    observer.observe(figure);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    awake.disconnect();
  });
  for (const act of ['pointerdown', 'keydown'])
    figure.addEventListener(
      act,
      () => {
        stop.abort();
      },
      { signal },
    );
  awake.observe(figure, { attributeFilter: ['data-awake'] });
  observer.observe(figure);
}

if (island && !calm.matches && location.search === '') playWhenSeen(island);

export {};
