/** What n8n's AI workflow builder is told, and what n8n hides of outputs whatever happens. */
import { generateNodeTypeFile } from '@n8n/workflow-sdk';
import type { INodeProperties } from 'n8n-workflow';

import { factsOf } from '../../../emulator/core/facts';
import { travelling } from '../../../nodes/shared/contract/field';
import { descriptionOf, presentNodes, resourcesOf } from '../../support/facts/vendors';
import { everyProperty } from './nodes';

/** Names of what a response must not show. */
const SECRET = /passw|secret|private_?key/i;

/** Names of members of a schema, at any depth. */
const namesIn = (schema: unknown): string[] => {
	if (typeof schema !== 'object' || schema === null) return [];
	const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
	return [
		...Object.keys(properties),
		...[...Object.values(properties), ...Object.values(rest)].flatMap(namesIn),
	];
};

describe.each(presentNodes())('$title', (node) => {
	const description = descriptionOf(node);
	const operations = resourcesOf(node).flatMap((resource) => resource.operations);
	const isSecret = ({ typeOptions }: INodeProperties) => typeOptions?.password === true;

	it('says what it is for, and what it is not for', () => {
		const { searchHint = '' } = description.builderHint ?? {};
		expect(searchHint).toMatch(/use the [\w ]+ node/);
		expect(generateNodeTypeFile(JSON.parse(JSON.stringify(description)))).toContain(
			`@builderHint ${searchHint}`,
		);
	});

	it('names in its hint only options that it has', () => {
		const names = everyProperty(description.properties).map(({ property }) => property.name);
		const quoted = description.builderHint?.searchHint?.match(/'(\w+)'/g) ?? [];
		expect(names).toEqual(expect.arrayContaining(quoted.map((name) => name.slice(1, -1))));
	});

	it('hides in its outputs every secret that goes in or that a response could hold', () => {
		const sent = operations.flatMap(({ fields = [], options = [] }) =>
			travelling([...fields, ...options])
				.filter(({ property }) => isSecret(property))
				.map(({ wireName }) => wireName.split('.').at(-1) as string),
		);
		const answered = operations.flatMap(({ api }) =>
			namesIn(factsOf(node.vendor, api).response).filter((name) => SECRET.test(name)),
		);
		const hidden = description.sensitiveOutputFields ?? [];
		expect([...new Set([...sent, ...answered])].sort()).toEqual([...hidden].sort());
	});
});

test('creating only what is absent is recommended wherever it is possible', () => {
	const switches = presentNodes().flatMap((node) =>
		everyProperty(descriptionOf(node).properties)
			.map(({ property }) => property)
			.filter(({ name }) => name === 'createIfAbsent'),
	);
	expect(switches.length).toBeGreaterThan(0);
	for (const { builderHint } of switches) {
		expect(builderHint?.propertyHint).toMatch(/more than once/);
	}
});
