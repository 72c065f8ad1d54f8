/** The repository, for edit links and reports. */
export const REPOSITORY = 'https://github.com/node-answered/node-answered';

/** The name of the bank, of the site and of every file to take away. */
export const SITE_NAME = 'Node Answered';

/** One sentence that says what the site is, for search engines and cards. */
export const PROMISE = 'Node.js interview answers in which every program has been run, on every supported Node line.';

/** The licence of the answers; its text stands in `LICENSE-CONTENT`. */
export const LICENCE = { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;
