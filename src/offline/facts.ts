/**
 * Numbers that are known only when everything is built, written into `<span data-offline-fact="…">` of the pages.
 *
 * The size stands on every page, so it is rounded up to whole megabytes: with a digit more, a longer sentence somewhere would change all
 * pages, and readers would save all of them again.
 */
export type Facts = Record<'size' | 'files' | 'stored', string>;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** What saving costs, given in bytes, as pages say it: megabytes of a million bytes, rounded up. */
export const factsOf = ({ files, sent, stored }: { files: number; sent: number; stored: number }): Facts => ({
  size: megabytes(sent),
  files: String(files),
  stored: megabytes(stored),
});

const FACT = /(<span\b[^>]*\bdata-offline-fact="([\w-]+)"[^>]*>)[^<]*(?=<\/span>)/g;

/**
 * @returns the page with its numbers, or null when it asks for none
 * @throws Error when it asks for a number there is not
 */
export function fillFacts(html: string, facts: Facts): string | null {
  let asked = false;
  const filled = html.replace(FACT, (_, tag: string, name: string) => {
    asked = true;
    if (!Object.hasOwn(facts, name)) throw new Error(`offline: data-offline-fact="${name}" is not known.\n→ Known: ${Object.keys(facts).join(', ')}.`);
    return tag + facts[name as keyof Facts];
  });
  return asked ? filled : null;
}
