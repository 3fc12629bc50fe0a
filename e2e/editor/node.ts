import { until } from '../until';
import { byId, chain, kafkaNode, StoredWorkflow } from '../workflows';
import type { Editor } from './browser';
import { byTestId, parameter } from './marks';

/** A node is filled in by hand and run by click: list, form, items, and an error. */
export async function node(editor: Editor): Promise<void> {
	const { page, rest, emulator, picture, timeline } = editor;
	timeline.step('A node in the editor');
	const instance = emulator.huawei.state.seed({ name: 'orders-web' });
	const name = 'Huawei Cloud Kafka';
	const tag = await StoredWorkflow.add(
		rest,
		chain(kafkaNode(name, 'huaweiCloudKafka', { resource: 'tag', operation: 'add' })),
	);
	await editor.openNode(tag.id, name);
	await byTestId(page, 'resource-locator-instanceId').locator('[data-test-id="rlc-input"]').click();
	const entry = byTestId(page, 'rlc-item').filter({ hasText: 'orders-web' }).last();
	await entry.waitFor();
	await picture('choose-instance');
	await entry.click();
	timeline.check('an instance can be selected from the list', true);
	await byTestId(page, 'fixed-collection-add').click();
	const form = byTestId(page, 'fixed-collection-tags');
	await form.locator('input, textarea').nth(0).fill('environment');
	await form.locator('input, textarea').nth(1).fill('development');
	await byTestId(page, 'node-execute-button').click();
	await byTestId(page, 'ndv-items-count').first().waitFor();
	await picture('items');
	timeline.check(
		'running the node added the tag',
		instance.tags.some(({ key, value }) => key === 'environment' && value === 'development'),
	);

	const create = await StoredWorkflow.add(
		rest,
		chain(
			kafkaNode(name, 'huaweiCloudKafka', {
				resource: 'topic',
				operation: 'create',
				instanceId: byId(instance.id),
				topicName: '1st-topic',
			}),
		),
	);
	await editor.openNode(create.id, name);
	await byTestId(page, 'node-execute-button').click();
	await byTestId(page, 'node-error-message').waitFor();
	await picture('error');
	const error = await byTestId(page, 'node-error-message').innerText();
	timeline.check(
		`invalid input is reported before anything is sent: ${error}`,
		/Topic Name/.test(error),
	);
	timeline.check('no topic was created', instance.topics.length === 0);
	timeline.check(
		'the error is not attributed to the service',
		(await page.getByText('From Huawei Cloud Kafka').count()) === 0,
	);
	await parameter(page, 'topicName').fill('orders.created');
	await byTestId(page, 'node-execute-button').click();
	await until('the topic exists', () =>
		instance.topics.some((one) => one.name === 'orders.created'),
	);
	timeline.check('after the correction, the node creates the topic', instance.topics.length === 1);
}
