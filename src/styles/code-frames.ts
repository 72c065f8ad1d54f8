/** How Expressive Code draws the frames of programs: on the colours of `tokens.css`, flat, without a shadow or a bright tab. */
export const codeFrames = {
  borderRadius: '0.5rem',
  borderColor: 'var(--sl-color-gray-5)',
  codeBackground: 'var(--na-code)',
  codeFontSize: '0.84rem',
  uiFontSize: '0.8rem',
  frames: {
    shadowColor: 'transparent',
    editorBackground: 'var(--na-code)',
    editorTabBarBackground: 'var(--na-code)',
    editorTabBarBorderBottomColor: 'transparent',
    editorActiveTabBackground: 'transparent',
    editorActiveTabForeground: 'var(--sl-color-gray-2)',
    editorActiveTabBorderColor: 'transparent',
    editorActiveTabIndicatorTopColor: 'transparent',
    editorActiveTabIndicatorBottomColor: 'transparent',
    terminalBackground: 'var(--na-code)',
    terminalTitlebarBackground: 'var(--na-code)',
    terminalTitlebarForeground: 'var(--sl-color-gray-2)',
    terminalTitlebarBorderBottomColor: 'transparent',
  },
};
