/** The player's style sheets, in their order. */
export const STYLES = ['colours.css', 'layout.css', 'panes.css', 'wheel.css', 'bar.css'] as const;
