/// <reference types="astro/client" />

// svelte-check reads the TypeScript that names .astro components, but not the components.
declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
