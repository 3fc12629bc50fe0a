/** One property serves many operations: each must be shown with its operations and with no other. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { HuaweiCloudKafka } from '../../../../../nodes/HuaweiCloudKafka/HuaweiCloudKafka.node';
import { resources } from '../../../../../nodes/HuaweiCloudKafka/resources';
import { effectOf, type Operation } from '../../../../../nodes/shared/contract/operation';

const { description } = new HuaweiCloudKafka();

/** Values that show every property which depends on another one. */
const dependencies: INodeParameters[] = [{}];
for (const { displayOptions } of description.properties) {
	for (const [name, values] of Object.entries(displayOptions?.show ?? {})) {
		if (['resource', 'operation'].includes(name)) continue;
		dependencies.push(...(values as unknown[]).map((value) => ({ [name]: value as never })));
	}
}

function shown(resource: string, operation: string): string[] {
	const visible = description.properties.filter((property) =>
		dependencies.some((more) =>
			NodeHelpers.displayParameter(
				{ resource, operation, ...more },
				property,
				{ typeVersion: 1 } as INode,
				description,
			),
		),
	);
	return visible
		.filter(({ type }) => type !== 'notice')
		.map(({ name }) => name)
		.filter((name) => !['resource', 'operation'].includes(name));
}

function wanted(operation: Operation): string[] {
	const { fields = [], find, pages, simple, completion } = operation;
	return [
		...fields.map(({ property }) => property.name),
		...(find ? ['createIfAbsent'] : []),
		...(pages ? ['returnAll', 'limit'] : []),
		...(simple && effectOf(operation) === 'read' ? ['simplify'] : []),
		...(completion ? ['waitForCompletion', 'waitOptions'] : []),
		'options',
	];
}

const all = resources.flatMap(({ value, operations }) =>
	operations.map((operation) => [`${value}/${operation.value}`, value, operation] as const),
);

test.each(all)(
	'the form of %s shows its own properties, each once',
	(_name, resource, operation) => {
		expect(shown(resource, operation.value).sort()).toEqual(wanted(operation).sort());
	},
);

test('the Huawei Cloud node has few enough properties for n8n to walk them for each item', () => {
	expect(description.properties.length).toBeLessThanOrEqual(160);
});
