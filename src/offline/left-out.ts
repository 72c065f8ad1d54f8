/** What of the built site is not saved for offline reading, and why. Everything else is: half a search index finds half of the answers. */
const LEFT_OUT: readonly { files: RegExp; because: string }[] = [
  { files: /^(?:sw\.js$|offline\/)/, because: 'the browser keeps the worker and its manifest by itself' },
  { files: /^downloads\//, because: 'these are for those who want files, and larger than the site' },
  { files: /^print\//, because: 'each holds a whole segment: a second copy of every answer' },
  { files: /^cards\//, because: 'other sites show these images, this one does not' },
  { files: /^[^/]+(?:\/[^/]+)*\.md$|^llms[^/]*\.txt$/, because: 'programs read these; readers have the same words as pages' },
  { files: /^bank(?:\.schema)?\.json$/, because: 'programs read these; readers have the same words as pages' },
  { files: /^sitemap[^/]*\.xml$|^robots\.txt$/, because: 'only search engines ask for these' },
  { files: /^feed\.xml$/, because: 'a feed is of use only with a connection' },
  { files: /^(?:_headers|_redirects|CNAME|\.nojekyll)$|^\.well-known\//, because: 'the host reads these' },
  { files: /\.map$/, because: 'only developer tools ask for these' },
  {
    files: /^pagefind\/(?:pagefind-(?:ui|modular-ui|highlight)\.|pagefind-component-ui\.css$|wasm\.unknown\.)/,
    because: 'Pagefind writes these for user interfaces and languages that this site does not have',
  },
];

/** Whether a file of the built site, by its path with slashes, is saved. */
export const isSaved = (path: string): boolean => !LEFT_OUT.some(({ files }) => files.test(path));
