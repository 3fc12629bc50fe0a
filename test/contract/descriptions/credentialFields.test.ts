/** Fields on which credentials depend: n8n's editor must not take them for the choice of an authentication. */
import type { INode, INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { allNodes } from './nodes';

/** Values for which a credential is shown, by the field that it names. */
function shownBy(credentials: readonly INodeCredentialDescription[]): Map<string, Set<unknown>> {
	const found = new Map<string, Set<unknown>>();
	for (const { displayOptions } of credentials) {
		for (const [name, values] of Object.entries(displayOptions?.show ?? {})) {
			found.set(name, new Set([...(found.get(name) ?? []), ...(values as unknown[])]));
		}
	}
	return found;
}

/**
 * The field that the editor leaves out of the form, as each of its choices shows a credential: n8n's
 * editor-ui, findAlternativeAuthField.
 */
const leftOut = (
	properties: readonly INodeProperties[],
	credentials: readonly INodeCredentialDescription[],
): string[] =>
	properties
		.filter(({ name, options = [] }) => {
			const values = shownBy(credentials).get(name);
			return (
				values !== undefined &&
				options.length > 0 &&
				options.every((one) => !('value' in one) || values.has(one.value))
			);
		})
		.map(({ name }) => name);

test('no field is left out of its form', async () => {
	for (const { name, node, properties } of await allNodes()) {
		expect([name, leftOut(properties, node.description.credentials ?? [])]).toEqual([name, []]);
	}
});

test.each(['KafkaFleet', 'KafkaFleetTrigger'])(
	'%s shows a credential for each cloud',
	async (name) => {
		const { node } = (await allNodes()).find((one) => one.name === name) ?? {};
		const { credentials = [], ...description } = node!.description;
		const shown = (clouds: string[]) =>
			credentials
				.filter((one) =>
					NodeHelpers.displayParameter(
						{ clouds },
						one,
						{ typeVersion: 1, parameters: { clouds } } as unknown as INode,
						description as never,
					),
				)
				.map((one) => one.name);
		expect(shown([])).toEqual([]);
		expect(shown(['huawei'])).toEqual(['managedKafkaHuaweiCloudApi']);
		expect(shown(['tencent', 'alibaba'])).toEqual([
			'managedKafkaAlibabaCloudApi',
			'managedKafkaTencentCloudApi',
		]);
	},
);
