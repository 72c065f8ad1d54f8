/** Loads a stylesheet. Fulfilled when it is there, or cannot be: what it styles is of use without it too. */
export const styled = (href: string): Promise<void> =>
  new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: () => resolve(), onerror: () => resolve() }));
  });
