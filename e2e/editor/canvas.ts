import { exampleKeys, examples } from '../setup';
import { VENDORS } from '../vendors';
import { credentialOf, StoredWorkflow, type WorkflowJson } from '../workflows';
import type { Editor } from './browser';
import { byTestId } from './marks';

/** The example workflows on the canvas: each can be imported and opened. */
export async function canvas({ page, url, rest, picture, timeline }: Editor): Promise<void> {
	timeline.step('The examples on the canvas');
	const stored = Object.assign(
		{},
		...VENDORS.map((one) => credentialOf(one.credential)),
	) as Parameters<typeof examples>[0];
	const keys = exampleKeys();
	for (const [index, example] of examples(stored).entries()) {
		const { id } = await StoredWorkflow.add(rest, example as unknown as WorkflowJson);
		await page.goto(`${url}/workflow/${id}`);
		await byTestId(page, 'canvas-node').first().waitFor();
		const names = await page
			.locator('[data-node-name]')
			.evaluateAll((nodes) => nodes.map((one) => one.getAttribute('data-node-name')));
		timeline.check(
			`${example.name}: ${example.nodes.length} nodes and notes`,
			new Set(names).size === example.nodes.length,
		);
		const withoutCredential = example.nodes.filter(({ credentials = {} }) =>
			Object.keys(credentials).some((type) => !(type in stored)),
		);
		timeline.check(
			'none of them has an issue but what needs a credential of another service',
			(await byTestId(page, 'node-issues').count()) <= withoutCredential.length,
		);
		await byTestId(page, 'zoom-to-fit').click();
		if (index === 0) await picture('example');
		// n8n's gallery draws no canvas with community nodes, so its descriptions begin with this picture.
		await picture(`templates/${keys[index]}`, byTestId(page, 'canvas'));
	}
}
