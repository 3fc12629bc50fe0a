/** Warnings about money and lost data stand in the form of exactly the operations that declare it. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { allNodes, type Described } from './nodes';

/** Names of the warnings that the form shows for these parameters. */
const noticesFor = ({ node, properties }: Described, parameters: INodeParameters): string[] =>
	properties
		.filter(({ type }) => type === 'notice')
		.filter((property) =>
			NodeHelpers.displayParameter(
				parameters,
				property,
				{ typeVersion: 1, parameters } as unknown as INode,
				node.description,
			),
		)
		.map(({ name }) => name);

test('what is billed, what is gone for ever, and what else is lost is told in the form', async () => {
	let shown = 0;
	for (const described of await allNodes()) {
		for (const { value: resource, operations } of described.resources) {
			for (const { value: operation, billed, kind, warning } of operations) {
				const expected = [
					...(billed ? ['billingNotice'] : []),
					...(kind === 'delete' ? ['deletionNotice'] : []),
					...(warning ? ['warningNotice'] : []),
				];
				const found = noticesFor(described, { resource, operation });
				expect([`${resource}/${operation}`, ...found]).toEqual([
					`${resource}/${operation}`,
					...expected,
				]);
				shown += found.length;
			}
		}
	}
	expect(shown).toBeGreaterThan(50);
});

test('offsets, subscriptions, and moved partitions are warned of on every cloud', async () => {
	const silent = (await allNodes()).flatMap(({ name, resources }) =>
		resources.flatMap(({ value, operations }) =>
			operations
				.filter(({ api }) => /ResetMessageOffset|UpdateConsumerOffset|ModifyGroupOffsets/.test(api))
				.filter(({ warning }) => !warning)
				.map((operation) => `${name}: ${value}/${operation.value}`),
		),
	);
	expect(silent).toEqual([]);
});

// The vendor's pages on the lifecycle of an instance, on ACLs, and on whitelists.
test.each([
	['instance/stop', /releases an instance that is still stopped/],
	['instance/updateConfiguration', /takes all permissions from the default SASL user/],
	['allowedIp/update', /same security group share their allowed addresses/],
])('%s of Alibaba Cloud warns of what its name does not tell', async (name, text) => {
	const warnings = (await allNodes())
		.filter((one) => one.name === 'AlibabaCloudKafka')
		.flatMap(({ resources }) => resources)
		.flatMap(({ value, operations }) =>
			operations
				.filter((operation) => `${value}/${operation.value}` === name)
				.map(({ warning }) => warning),
		);
	expect(warnings).toEqual([expect.stringMatching(text)]);
});

test('few properties serve all of them, each a full sentence', async () => {
	for (const { properties } of await allNodes()) {
		const notices = properties.filter(({ type }) => type === 'notice');
		expect(notices.length).toBeLessThanOrEqual(16);
		for (const { displayName } of notices) expect(displayName).toMatch(/^[A-Z].*\.$/);
	}
});
