import type { Locator, Page } from 'playwright-core';

/** An element by the mark that n8n gives it for its own tests. */
export const byTestId = (page: Page | Locator, id: string): Locator =>
	page.locator(`[data-test-id="${id}"]`);

/** The input of a node's or a credential's parameter. */
export const parameter = (page: Page | Locator, name: string): Locator =>
	byTestId(page, `parameter-input-${name}`).locator('input, textarea').first();
