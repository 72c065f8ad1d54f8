import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 at level AA, and what axe's authors hold to be good practice. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the open page, one line each. */
export async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder = (axe) => axe.withTags(RULES)): Promise<string[]> {
  // Without frames from other origins, the quick mode finds the same: it spares a second browser page for each run.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}
