import type { Locator } from 'playwright-core';

import { KAFKA_VENDORS } from '../vendors';
import type { Editor } from './browser';
import { byTestId } from './marks';

/** Whether the pictures were loaded, all from the icon for this theme. */
const loaded = async (icons: Locator, file: RegExp): Promise<boolean> =>
	(await icons.count()) > 0 &&
	(await icons.evaluateAll(
		(images, source) =>
			(images as unknown as Array<{ naturalWidth: number; src: string }>).every(
				(image) => image.naturalWidth > 0 && new RegExp(source).test(image.src),
			),
		file.source,
	));

/** Nodes that are not a cloud's everyday one. */
const OTHERS = [
	'Alibaba Cloud Kafka Maintenance',
	'Huawei Cloud Kafka (Legacy)',
	'Huawei Cloud Kafka Maintenance',
	'Kafka Fleet',
	'Tencent Cloud CKafka Maintenance',
	'Tencent Cloud Log Service for Kafka',
];

/** The nodes panel: what a search finds, and what a cloud's entry offers. */
export async function panel({ page, url, picture, timeline }: Editor): Promise<void> {
	timeline.step('The nodes panel of the editor');
	const search = byTestId(page, 'node-creator-search-bar');
	const names = byTestId(page, 'node-creator-item-name');
	for (const theme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		await page.goto(`${url}/workflow/new`);
		await byTestId(page, 'canvas-add-button').click();
		await search.fill('kafka');
		for (const { nodeName, node } of KAFKA_VENDORS) {
			const entry = byTestId(page, 'item-iterator-item').filter({
				has: names.getByText(nodeName, { exact: true }),
			});
			await entry.waitFor();
			const file = theme === 'light' ? `${node}\\.svg` : `${node}\\.dark\\.svg`;
			await entry.locator('img').first().waitFor();
			timeline.check(
				`"kafka" finds ${nodeName}, with its ${theme} icon`,
				await loaded(entry.locator('img'), new RegExp(file)),
			);
		}
		for (const name of OTHERS) {
			await names.getByText(name, { exact: true }).waitFor();
			timeline.check(`"kafka" finds ${name}`, true);
		}
		await picture(`search-${theme}`, byTestId(page, 'node-creator'));
	}
	await page.emulateMedia({ colorScheme: 'light' });
	for (const { nodeName, node } of KAFKA_VENDORS) {
		await page.goto(`${url}/workflow/new`);
		await byTestId(page, 'canvas-add-button').click();
		await search.fill(nodeName);
		await names.getByText(nodeName, { exact: true }).click();
		const categories = byTestId(page, 'node-creator-category-item');
		await categories.nth(1).waitFor();
		const [triggers, actions] = await categories.allInnerTexts();
		timeline.check(
			`${nodeName} has ${triggers.trim()} and ${actions.trim()} under one entry`,
			/^Triggers \([1-9]/.test(triggers.trim()) && /^Actions \(\d\d/.test(actions.trim()),
		);
		await categories.nth(1).click();
		await names
			.filter({ hasText: /^Create/ })
			.first()
			.waitFor();
		await picture(`actions-${node}`, byTestId(page, 'node-creator'));
	}
}
