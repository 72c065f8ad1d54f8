const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text with `code` in backticks as HTML, everything else escaped. */
export function inlineCode(text: string): string {
  return text.replace(/[&<>"]/g, (c) => escapes[c]!).replace(/`([^`]+)`/g, '<code>$1</code>');
}
