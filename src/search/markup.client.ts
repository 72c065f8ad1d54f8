const EXAMPLES = ['nextTick or promises first', 'what blocks the event loop', 'UV_THREADPOOL_SIZE'];

const icon = (path: string): string =>
  `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">${path}</svg>`;

/** The dialog's contents: a field, the choices, what was found, and the keys. */
export const DIALOG = `
<search class="search-bar">
  ${icon('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>')}
  <label class="sr-only" for="search-words">Words to look for</label>
  <input id="search-words" type="text" placeholder="Search the answers" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="search-hint">
  <span id="search-hint" class="sr-only">Results appear while you type. Arrow down goes to them, Enter opens the first.</span>
  <button type="button" class="search-clear">Clear</button>
  <button type="button" class="search-close" aria-label="Close the search">${icon('<path d="M6 6l12 12M18 6 6 18"/>')}</button>
</search>
<div class="search-filters" hidden>
  <fieldset><legend class="sr-only">Level</legend></fieldset>
  <label class="search-segment"><span class="sr-only">Segment</span><select><option value="">All segments</option></select></label>
</div>
<div class="search-body">
  <div class="search-start">
    <p>Ask as an interviewer would, or name a function, a flag, an error.</p>
    <ul>${EXAMPLES.map((text) => `<li><button type="button">${text}</button></li>`).join('')}</ul>
  </div>
  <div class="search-note" role="status"></div>
  <div class="search-found" hidden>
    <div class="search-said"></div>
    <ul class="search-hits" aria-label="Answers found"></ul>
  </div>
  <p class="search-live sr-only" role="status"></p>
</div>
<div class="search-keys">
  <span><kbd>↓</kbd> <kbd>↑</kbd> move</span><span><kbd>↵</kbd> open</span><span><kbd>esc</kbd> close</span>
  <label><input type="checkbox" class="search-slash"> <kbd>/</kbd> opens the search</label>
</div>`;

/** Said in `astro dev`, where pages are drawn on request and there is nothing to index. */
export const NO_INDEX_IN_DEV = `
<p><strong>There is no search index in development.</strong> It is made from the built pages:</p>
<pre><code>npm run build &amp;&amp; npm run preview</code></pre>`;

export const NOT_LOADED = `
<p><strong>The search could not be loaded.</strong> The connection may be down.</p>
<button type="button" class="search-retry">Try again</button>`;

export const DAMAGED = `
<p><strong>Parts of the saved copy are missing.</strong> What is found may not be all. It is mended when you are online.</p>`;
