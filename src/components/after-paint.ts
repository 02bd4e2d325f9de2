/** Lays out the rest of the page once its top has been painted: the second frame comes after the first paint. */
requestAnimationFrame(() => {
  requestAnimationFrame(() => {
    setTimeout(() => {
      delete document.documentElement.dataset['opening'];
    });
  });
});

export {};
