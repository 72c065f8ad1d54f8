// @ts-check
// Usage: node scripts/find-browser.mjs. Prints the path of the first browser that starts; else exit code 1 and why.
import { browsersFound, complaintOf } from './lib/browser.mjs';

const complaints = [];
for (const path of browsersFound()) {
  const complaint = await complaintOf(path);
  if (complaint === null) {
    console.log(path);
    process.exit();
  }
  complaints.push(`${path}: ${complaint}`);
}
console.error(complaints.join('\n'));
process.exitCode = 1;
