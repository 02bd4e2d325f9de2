import type { Component } from 'svelte';

const files = import.meta.glob<Component<Record<string, unknown>>>('./*/Form.svelte', {
  import: 'default',
  eager: true,
});

/** The answer form of each kind of question, by the name of its folder. */
export const answers = Object.fromEntries(
  Object.entries(files).map(([path, form]) => [path.replace(/^\.\/|\/Form\.svelte$/g, ''), form]),
);
