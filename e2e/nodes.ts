import type { INodeListSearchResult } from 'n8n-workflow';

import type { ServedRoom } from './room';
import { KAFKA_VENDORS } from './vendors';
import { byId, chain, kafkaNode, node, startingWith, StoredWorkflow, webhook } from './workflows';

const TOPIC = 'shipments';

/** The clouds list a new topic some seconds later, of their own time. */
const listed = node(
	'Wait Until Listed',
	'n8n-nodes-base.wait',
	{ amount: 1, unit: 'seconds' },
	{ typeVersion: 1.1 },
);

/** The node of each cloud: the editor's list of instances, and a workflow that creates a topic and lists all. */
export async function nodes({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('The node of each cloud');
	for (const { nodeName, node: type, seed, newTopic } of KAFKA_VENDORS) {
		const instance = seed(emulator, 'logistics');
		const topic = { resource: 'topic', instanceId: byId(instance.id) };
		const create = kafkaNode('Create', type, {
			...topic,
			operation: 'create',
			...newTopic(TOPIC),
		});
		const { results } = await rest.post<INodeListSearchResult>(
			'/rest/dynamic-node-parameters/resource-locator-results',
			{
				path: 'parameters.instanceId',
				methodName: 'searchInstances',
				nodeTypeAndVersion: { name: create.type, version: create.typeVersion },
				currentNodeParameters: create.parameters,
				credentials: create.credentials,
			},
		);
		const entry = results.find(({ value }) => value === instance.id);
		timeline.check(`${nodeName} offers the instance: ${entry?.name}`, entry !== undefined);

		const path = `topics-${type}`;
		const list = kafkaNode('List', type, { ...topic, operation: 'getAll', returnAll: true });
		const workflow = await StoredWorkflow.add(
			rest,
			startingWith(webhook(path), chain(create, listed, list)),
		);
		await workflow.activate();
		const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
		const text = await answer.text();
		timeline.check(
			`it creates a topic and lists it: ${text.slice(0, 60)} ...`,
			answer.status === 200 && text.includes(`"${TOPIC}"`),
		);
		timeline.check(
			'the cloud has that topic once',
			instance.topics.filter(({ name }) => name === TOPIC).length === 1,
		);
		await workflow.deactivate();
	}
}
