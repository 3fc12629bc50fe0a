/** What a create calls its name comes first, forms keep what they hold, and the nodes of a cloud are called alike. */
import type { INodeType } from 'n8n-workflow';

import type { Field } from '../../../nodes/shared/contract/field';
import { travelling } from '../../../nodes/shared/contract/field';
import { allNodes } from './nodes';

/** What an operation calls the thing that it creates: "Name", "Topic Name", not the name of a user in it. */
const isName = ({ property: { displayName, type } }: Field) =>
	type === 'string' && /^((Topic|Group|User|Rule) )?Name$/.test(displayName);

test('every create begins with the name, after what it is created in', async () => {
	const late: string[] = [];
	let named = 0;
	for (const { name, resources } of await allNodes()) {
		for (const { value, operations } of resources) {
			for (const { kind, value: operation, fields = [], options = [] } of operations) {
				if (kind !== 'create') continue;
				const own = fields.filter(({ property }) => property.type !== 'resourceLocator');
				const inOptions = options.filter(({ parts }) => !parts).some(isName);
				if (own.some(isName)) named++;
				if (inOptions || own.slice(1).some(isName)) late.push(`${name}: ${value}/${operation}`);
			}
		}
	}
	expect(late).toEqual([]);
	expect(named).toBeGreaterThan(10);
});

test('what needs each other stands in one form, and each parameter keeps its own wire name', async () => {
	const forms = (await allNodes()).flatMap(({ resources }) =>
		resources.flatMap(({ operations }) =>
			operations.flatMap(({ options = [] }) => options.filter(({ parts }) => parts)),
		),
	);
	expect(new Set(forms.map(({ property }) => property.name))).toEqual(
		new Set([
			'sasl',
			'publicAccess',
			'maintenanceWindow',
			'diskEncryption',
			'firstUser',
			'multiZone',
			'kafka',
			'parsing',
		]),
	);
	for (const form of forms) {
		expect(travelling([form]).length).toBeGreaterThan(1);
		expect(travelling([form]).map(({ wireName }) => wireName)).not.toContain(form.wireName);
	}
});

test.each([
	['Alibaba', 'Alibaba Cloud Kafka'],
	['Huawei', 'Huawei Cloud Kafka'],
	['Tencent', 'Tencent Cloud CKafka'],
])(
	'the nodes of %s Cloud begin with %s, those for its package alone too',
	async (cloud, product) => {
		const fleets = await Promise.all(
			['Fleet', 'FleetTrigger'].map(async (kind) => {
				const name = `${cloud}CloudKafka${kind}`;
				const module = await import(`../../../nodes/KafkaFleet/cloud/${name}.node`);
				return new (module[name] as new () => INodeType)();
			}),
		);
		// The Log Service is a product of its own.
		const others = (await allNodes()).filter(({ name }) => name.startsWith(`${cloud}CloudKafka`));
		const names = [...others.map(({ node }) => node), ...fleets].flatMap(
			({ description: { displayName, defaults } }) => [displayName, String(defaults.name)],
		);
		expect(names.length).toBeGreaterThanOrEqual(10);
		expect(names.filter((name) => !`${name} `.startsWith(`${product} `))).toEqual([]);
	},
);
