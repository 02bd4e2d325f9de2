/** GradientDescent.svelte holds the widget gradient-descent. */
export const idOf = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/\.svelte$/, '')
    .replace(/(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])|(?<=[a-z])\d/g, (letter) => `-${letter}`)
    .toLowerCase();
