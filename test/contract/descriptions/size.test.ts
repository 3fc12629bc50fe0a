/**
 * What n8n hands its AI workflow builder of a node is the whole of it, a type for each operation: every
 * character is read, and paid for, whenever the node is considered. The definition is made here as n8n
 * makes it: by its loader, which adds what every declarative node has, and by its own generator.
 */
import { generateNodeTypeFile } from '@n8n/workflow-sdk';
import type { INodeTypeDescription } from 'n8n-workflow';

import { createHarness } from '../../harness';

/** Most characters of a node's definition, and most properties that n8n walks for each item. */
const LIMITS: Record<string, { characters: number; properties: number; each?: number }> = {
	// An order and the check before it ask for the same, with all that is chosen from lists.
	alibabaCloudKafka: { characters: 150_000, properties: 130, each: 2_150 },
	alibabaCloudKafkaMaintenance: { characters: 60_000, properties: 80 },
	alibabaCloudKafkaTrigger: { characters: 6_000, properties: 10 },
	huaweiCloudKafka: { characters: 180_000, properties: 130 },
	// Two of its operations create, with all that is chosen from lists.
	huaweiCloudKafkaLegacy: { characters: 54_000, properties: 60, each: 2_150 },
	huaweiCloudKafkaMaintenance: { characters: 180_000, properties: 130 },
	huaweiCloudKafkaTrigger: { characters: 6_000, properties: 10 },
	kafkaFleet: { characters: 60_000, properties: 80, each: 6_000 },
	kafkaFleetTrigger: { characters: 12_000, properties: 10 },
	// How messages become logs are 20 settings, which three operations have.
	tencentCloudCls: { characters: 70_000, properties: 90, each: 3_400 },
	// Three of its operations have the form of a purchase.
	tencentCloudKafka: { characters: 180_000, properties: 150, each: 2_100 },
	tencentCloudKafkaMaintenance: { characters: 180_000, properties: 130 },
	tencentCloudKafkaTrigger: { characters: 6_000, properties: 10 },
};

/** Most characters an operation may have on average, besides what n8n adds to each. */
const OF_AN_OPERATION = 2_000;

/** What n8n adds to every declarative node, and so writes out once for each operation. */
const ADDED = 'requestOptions';

let types: INodeTypeDescription[] = [];
beforeAll(async () => {
	types = (await createHarness()).packages[0].types.nodes as INodeTypeDescription[];
});

const definitionOf = (description: INodeTypeDescription): string =>
	generateNodeTypeFile(JSON.parse(JSON.stringify(description)));

const typeOf = (name: string) => types.find((one) => one.name === name) as INodeTypeDescription;

/** How many operations a node offers. */
const countOf = ({ properties }: INodeTypeDescription) =>
	properties
		.filter(({ name }) => name === 'operation')
		.reduce((sum, { options = [] }) => sum + options.length, 0);

test('every node has a limit', () => {
	expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(LIMITS));
});

describe.each(Object.entries(LIMITS))(
	'the definition of %s',
	(name, { characters, properties, each = OF_AN_OPERATION }) => {
		it(`has at most ${characters} characters`, () => {
			const definition = definitionOf(typeOf(name));
			expect(definition.length).toBeGreaterThan(1_000);
			expect(definition.length).toBeLessThanOrEqual(characters);
		});

		it(`has at most ${properties} properties at the top`, () => {
			expect(typeOf(name).properties.length).toBeLessThanOrEqual(properties);
		});

		it('says little more of an operation than what is its own', () => {
			const type = typeOf(name);
			const own = { ...type, properties: type.properties.filter((one) => one.name !== ADDED) };
			const definition = definitionOf(own);
			expect(definition).not.toContain('requestOptions');
			if (countOf(type) > 1) {
				expect(definition.length / countOf(type)).toBeLessThanOrEqual(each);
			}
		});

		it('has the region, where it has one, without the text that its list shows once', () => {
			expect(definitionOf(typeOf(name))).not.toMatch(/if the credential restricts domains/);
		});
	},
);
