/** A size in bytes as a reader says it: `2.3 MB`, `48 KB`. Units are decimal, as in file managers of macOS and most of Linux. */
export function formatSize(bytes: number): string {
  const kilo = bytes / 1000;
  if (kilo < 999.5) return `${Math.max(1, Math.round(kilo))} KB`;
  const mega = kilo / 1000;
  return `${mega < 9.95 ? mega.toFixed(1) : Math.round(mega)} MB`;
}
