import type { HastPluginDefinition } from 'satteri';

/**
 * Hast plugin: a table scrolls sideways in a frame of its own that the keyboard can reach, instead of widening a phone's page.
 * An empty corner cell is made an ordinary cell: as a heading it would name its row or column "nothing".
 */
export function wideTables(): HastPluginDefinition {
  return {
    name: 'wide-tables',
    element: [
      {
        filter: ['table'],
        visit(node, ctx) {
          ctx.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
            children: [],
          });
        },
      },
      {
        filter: ['th'],
        visit(node, ctx) {
          if (node.children.length === 0) ctx.replaceNode(node, { type: 'element', tagName: 'td', properties: {}, children: [] });
        },
      },
    ],
  };
}
