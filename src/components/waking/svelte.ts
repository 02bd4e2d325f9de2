/** What figures and dialogs take of Svelte; imported whole, its runtime would be a third larger. */
export { flushSync, hydrate, mount, unmount } from 'svelte';
