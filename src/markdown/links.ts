import { defineHastPlugin } from 'satteri';

/** Markdown writes links from the root; a course served under a base path needs them prefixed. Each is previewed. */
export const links = (base: string) =>
  defineHastPlugin({
    name: 'links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties['href'];
        if (typeof href !== 'string' || !href.startsWith('/') || href.startsWith('//')) return;
        context.setProperty(node, 'href', base.replace(/\/$/, '') + href);
        context.setProperty(node, 'data-preview', '');
      },
    },
  });
