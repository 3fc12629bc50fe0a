import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';

import { OWNER } from '../rest';
import type { ServedRoom } from '../room';
import { root } from '../runtime';
import { until } from '../until';
import { byTestId } from './marks';

/** Where the pictures of the documentation are. */
const PICTURES = join(root, 'docs/pictures');

/** Debian's Chromium, unless another is named; n8n's editor is all that it is to ask for. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Short notes such as "Node executed successfully" come and go by time. */
const NO_NOTES = '.el-notification { visibility: hidden }';

/** n8n's editor in a browser, logged in. */
export interface Editor extends ServedRoom {
	page: Page;
	/** Opens the node of a workflow, as a double click does. */
	openNode(workflowId: string, name: string): Promise<void>;
	/** Takes the picture of that name, of a part of the page or of all that the window shows. */
	picture(name: string, of?: Locator): Promise<void>;
}

/** Starts a browser, logs in, and closes it in the end. */
export async function inEditor(room: ServedRoom, use: (editor: Editor) => Promise<void>) {
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		page.setDefaultTimeout(120_000);
		page.on('dialog', (dialog) => void dialog.accept());
		await page.goto(`${room.url}/signin`);
		await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await page.locator('input[name=password]').fill(OWNER.password);
		await byTestId(page, 'form-submit-button').click();
		await page.waitForURL(/\/(home|workflow)/);
		await use({
			...room,
			page,
			openNode: async (workflowId, name) => {
				await page.goto(`${room.url}/workflow/${workflowId}`);
				await page.locator(`[data-node-name="${name}"]`).first().dblclick();
				await byTestId(page, 'node-parameters').waitFor();
			},
			picture: async (name, of) => {
				const take = async () =>
					await (of ?? page).screenshot({ style: NO_NOTES, animations: 'disabled' });
				// Buttons fade and lists slide: when two pictures are the same, it has come to rest.
				let last = await take();
				await until(`the picture ${name} stands still`, async () => {
					const before = last;
					last = await take();
					return last.equals(before);
				});
				const file = join(PICTURES, `${name}.png`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, last);
			},
		});
	} finally {
		await browser.close();
	}
}
