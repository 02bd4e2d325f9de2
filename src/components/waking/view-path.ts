/** Where the view of a figure lies: gradient-descent is shown by GradientDescent.svelte of its folder. */
export const viewPath = (id: string): string =>
  `../../figures/${id}/${id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}.svelte`;
