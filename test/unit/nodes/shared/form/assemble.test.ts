/** One property serves many operations: each must be shown with its operations and with no other. */
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { effectOf, type Operation } from '../../../../../nodes/shared/contract/operation';
import { descriptionOf, presentNodes, resourcesOf } from '../../../../support/facts/vendors';

describe.each(presentNodes())('$title', (own) => {
	const description = descriptionOf(own);
	const resources = resourcesOf(own);

	/** Values with which a property is shown that depends on another one. */
	const showing = ({ displayOptions }: INodeProperties): INodeParameters =>
		Object.fromEntries(
			Object.entries(displayOptions?.show ?? {}).map(([name, values]) => [name, values?.[0]]),
		) as INodeParameters;

	function shown(resource: string, operation: string): string[] {
		const visible = description.properties.filter((property) =>
			NodeHelpers.displayParameter(
				{ ...showing(property), resource, operation },
				property,
				{ typeVersion: 1 } as INode,
				description,
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
			...(completion && !completion.always ? ['waitForCompletion'] : []),
			...(completion ? ['waitOptions'] : []),
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

	test('lists operations by name, and those that are of the past behind the others', () => {
		for (const { value, operations } of resources) {
			const { options = [] } =
				description.properties.find(
					({ name, displayOptions }) =>
						name === 'operation' && displayOptions?.show?.resource?.includes(value),
				) ?? {};
			const past = operations.filter(({ superseded }) => superseded).map(({ name }) => name);
			const names = options.map(({ name }) => name);
			const current = names.filter((name) => !past.includes(name));
			expect(names).toEqual([...current, ...past.sort((a, b) => a.localeCompare(b))]);
			expect(current).toEqual([...current].sort((a, b) => a.localeCompare(b)));
		}
	});

	test('has few enough properties for n8n to walk them for each item', () => {
		expect(description.properties.length).toBeLessThanOrEqual(160);
	});
});
