import { defineHastPlugin } from 'satteri';
import type { HastPluginEntry } from 'satteri';

/** A heading is a link to itself: its address can be copied and passed on. */
export const permalinks = defineHastPlugin({
  name: 'permalinks',
  element: {
    filter: ['h2', 'h3'],
    visit(node) {
      const { id } = node.properties;
      if (typeof id !== 'string') return undefined;
      const link = {
        type: 'element' as const,
        tagName: 'a',
        properties: { className: ['permalink'], href: `#${id}` },
        children: [...node.children],
      };
      return { ...node, children: [link] };
    },
  },
});

/** Numbers the exercises of a chapter. */
export const exerciseNumbers: HastPluginEntry = () => {
  let number = 0;
  return defineHastPlugin({
    name: 'exercise-numbers',
    mdxJsxFlowElement: {
      filter: ['Exercise'],
      visit(node, context) {
        number += 1;
        context.setProperty(node, 'number', String(number));
      },
    },
  });
};
