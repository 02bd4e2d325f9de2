/** What waking a figure takes of Svelte; imported whole, its runtime would be a third larger. */
export { flushSync, hydrate } from 'svelte';
