import { expect, type Page } from '@playwright/test';

/** From the start page, which must be open, by clicks to a segment and on to one of its answers. */
export async function clickToAnAnswer(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'The event loop', exact: true }).first().click();
  await main
    .getByRole('link', { name: /^Which phases/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Which phases/);
}
