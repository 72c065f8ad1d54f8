/** The repository, for edit links and reports. */
export const REPOSITORY = 'https://github.com/node-answered/node-answered';

export const SITE_NAME = 'Node Answered';

/** One sentence that says what the site is, for search engines and cards. */
export const PROMISE = 'Node.js interview answers in which every program has been run, on every supported Node line.';

/** The licence of the answers; its text stands in `LICENSE-CONTENT`. */
export const CONTENT_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
