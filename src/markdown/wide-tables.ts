import type { HastPluginDefinition } from 'satteri';

/** Hast plugin: a table scrolls sideways in a frame of its own that the keyboard can reach, instead of widening a phone's page. */
export function wideTables(): HastPluginDefinition {
  return {
    name: 'wide-tables',
    element: [{
      filter: ['table'],
      visit(node, ctx) {
        ctx.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: 'Table' },
          children: [],
        });
      },
    }],
  };
}
