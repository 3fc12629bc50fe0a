/** The forms of Kafka Fleet: what is decided first stands first, and words are written as people write them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { allNodes } from './nodes';

const described = async (name: string) => {
	const found = (await allNodes()).find((one) => one.name === name);
	if (!found) throw new Error(`no node ${name}`);
	return found;
};

/** Names of the fields that an operation shows. */
async function shown(parameters: INodeParameters): Promise<string[]> {
	const { node, properties } = await described('KafkaFleet');
	const where = { typeVersion: 1, parameters } as unknown as INode;
	return properties
		.filter((one) => NodeHelpers.displayParameter(parameters, one, where, node.description))
		.map(({ name }) => name);
}

const WHERE = ['clouds', 'regions'];
const HOW = ['output', 'summary', 'options'];

test('a search for candidates begins with its rules', async () => {
	const found = await shown({
		...{ resource: 'cleanUp', operation: 'find', clouds: [], regions: 'own' },
		output: 'simplified',
	});
	const what = ['findNotice', 'rules', 'combine', 'show'];
	const less = ['filters', 'keep', 'whenMissing', 'noiseFloor'];
	expect(found.slice(2)).toEqual([...WHERE, ...what, ...less, ...HOW]);
});

test('a deletion begins with its warning and the dry run', async () => {
	const found = await shown({
		...{ resource: 'cleanUp', operation: 'deleteMarked', clouds: [], regions: 'own' },
		...{ output: 'simplified', scope: '' },
	});
	const what = ['deletionNotice', 'dryRun', 'scope', 'mostDeletions', 'deleteOptions'];
	expect(found.slice(2)).toEqual([...WHERE, ...what, 'keep', ...HOW]);
});

/** Labels of fields and of their entries, at any depth. */
function labels(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((one) => {
			if ('values' in one) return labels(one.values);
			return 'displayName' in one ? labels([one]) : [one.name];
		}),
	]);
}

test.each(['KafkaFleet', 'KafkaFleetTrigger'])(
	'%s writes short words as people do',
	async (name) => {
		const all = labels((await described(name)).properties);
		expect(all).toContain('Out of Service');
		expect(
			all.filter((label) => /\b(Id|Vpc|Of|As|Gb)\b|^(Most|Need) |Regions Names/.test(label)),
		).toEqual([]);
	},
);

/** Where a field is read or refused, with what it is called. */
const READS =
	/(?:BadInput\(\s*|(?:parameters\.|\b)(?:text|word|number|list|isOn)\(\s*[^,'"]*(?:'[^']*')?\)?,\s*)'([A-Z][^']*)'/g;

test('errors call each field as the form does', async () => {
	const nodes = await Promise.all(['KafkaFleet', 'KafkaFleetTrigger'].map(described));
	const all = new Set(nodes.flatMap(({ properties }) => labels(properties)));
	const folder = join(__dirname, '../../../nodes/KafkaFleet');
	const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	const called = sources.flatMap((source) => [...source.matchAll(READS)].map(([, label]) => label));
	expect(called.length).toBeGreaterThan(0);
	expect(called.filter((label) => !all.has(label))).toEqual([]);
});
