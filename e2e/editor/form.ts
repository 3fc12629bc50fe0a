import type { Locator, Page } from 'playwright-core';

import { until } from '../until';
import { byTestId, parameter } from './marks';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first entry that begins with the text. */
const beginning = (entries: Locator, text: string): Locator =>
	entries.filter({ hasText: new RegExp(`^\\s*${escaped(text)}`) }).first();

/** Lists of fields that are not open stay in the page. */
const shownIn = (page: Page, id: string): Locator => byTestId(page, id).locator('visible=true');

/** The list of a resource locator that is open. */
export class OpenList {
	constructor(private readonly page: Page) {}

	get entries(): Locator {
		return shownIn(this.page, 'rlc-item');
	}

	/** What the list says in place of entries when it cannot be read. */
	get error(): Locator {
		return shownIn(this.page, 'rlc-error-container');
	}

	/** The entries, as they are called. */
	async names(): Promise<string[]> {
		return (await this.entries.allInnerTexts()).map((text) => text.trim());
	}

	/**
	 * Types into the search and selects what is left.
	 *
	 * @returns Its name
	 * @throws Error unless exactly one entry is left
	 */
	async select(search: string): Promise<string> {
		await shownIn(this.page, 'rlc-search').first().fill(search);
		await this.entries.filter({ hasNotText: search }).first().waitFor({ state: 'detached' });
		await this.entries.first().waitFor();
		const [found, ...others] = await this.names();
		if (others.length > 0) throw new Error(`'${search}' leaves ${others.length + 1}: ${found}, …`);
		await this.entries.first().click();
		return found;
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}
}

/** A node's form in the editor: what people do in it, by the words that they see. */
export class Form {
	constructor(readonly page: Page) {}

	/** The entries of the drop-down that is open. */
	private get options(): Locator {
		return this.page.locator('[role=option]:visible');
	}

	private async openDropDown(name: string): Promise<void> {
		await this.openAt(byTestId(this.page, `parameter-input-${name}`).first());
	}

	private async openAt(field: Locator): Promise<void> {
		// The one before fades.
		await this.options.first().waitFor({ state: 'hidden' });
		// A drop-down that still loads its entries does not open.
		await until('the drop-down opens', async () => {
			if (await this.options.first().isVisible()) return true;
			await field.click();
			return await this.options
				.first()
				.waitFor({ timeout: 2_000 })
				.then(() => true)
				.catch(() => false);
		});
	}

	/** Writes into a field. */
	async write(name: string, text: string): Promise<void> {
		await parameter(this.page, name).fill(text);
	}

	/** Selects in a drop-down the entry that begins so. */
	async choose(name: string, text: string): Promise<void> {
		await this.openDropDown(name);
		await beginning(this.options, text).click();
	}

	/** Selects several entries of a drop-down. */
	async chooseSeveral(name: string, texts: string[]): Promise<void> {
		await this.openDropDown(name);
		for (const text of texts) await beginning(this.options, text).click();
		await this.page.keyboard.press('Escape');
	}

	/** Opens the list of a resource locator, and waits until it is read. */
	async open(name: string): Promise<OpenList> {
		const locator = byTestId(this.page, `resource-locator-${name}`);
		await byTestId(locator, 'rlc-input').click();
		const opened = new OpenList(this.page);
		await opened.entries.or(opened.error).first().waitFor();
		return opened;
	}

	/** Selects in the list of a resource locator, after a search. */
	async pick(name: string, search: string): Promise<string> {
		return await (await this.open(name)).select(search);
	}

	/** Switches a resource locator to another way, such as "By ID", and types there. */
	async type(name: string, way: string, value: string): Promise<void> {
		const locator = byTestId(this.page, `resource-locator-${name}`);
		await byTestId(locator, 'rlc-mode-selector').click();
		await beginning(this.options, way).click();
		// The first input is that of the ways.
		await locator.locator('input').last().fill(value);
	}

	/** Adds an entry to a collection, by its label. */
	async add(label: string): Promise<void> {
		await byTestId(this.page, 'collection-parameter-add').first().click();
		await beginning(this.options, label).click();
	}

	/** Selects a credential, where the node asks for several. */
	async useCredential(position: number, name: string): Promise<void> {
		await this.openAt(byTestId(this.page, 'node-credentials-select').nth(position));
		await beginning(this.options, name).click();
	}

	/** Runs the node, and waits for its items or its error. */
	async run(): Promise<void> {
		const { page } = this;
		const sent = page.waitForResponse((one) => /\/rest\/workflows\/.*\/run/.test(one.url()));
		const button = byTestId(page, 'node-execute-button');
		await button.click();
		await sent;
		// While it runs, the button shows no words, and the panel what came out before.
		await until('the run ends', async () => (await button.innerText()).includes('Execute step'));
		await shownIn(page, 'ndv-items-count')
			.or(shownIn(page, 'node-error-message'))
			.first()
			.waitFor();
	}

	/** What came out, as it is shown. */
	async output(): Promise<string> {
		const panel = shownIn(this.page, 'ndv-output-panel').or(shownIn(this.page, 'output-panel'));
		return (await panel.first().innerText()).replace(/\s+/g, ' ');
	}

	/** Waits until the output shows all of these: it comes in some time after the run has ended. */
	async shows(...texts: string[]): Promise<string> {
		return await until(`the output shows ${texts.join(', ')}`, async () => {
			const found = await this.output();
			return texts.every((text) => found.includes(text)) && found;
		});
	}
}
