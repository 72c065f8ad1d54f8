/** The paper of both themes: `--sl-color-black` in `tokens.css`. */
export const THEME_COLOURS = { light: '#fdfcf8', dark: '#161613' } as const;
