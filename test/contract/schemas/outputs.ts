import type { IDataObject, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { credentialsOf } from '../../../demo/credentials';
import { startEmulator, type Emulator } from '../../../emulator';
import { chain, createHarness, node, type Harness } from '../../harness';
import { typeWith, VENDORS, type VendorName } from '../../support/clouds';
import { presentNodes, resourcesOf } from '../../support/facts/vendors';
import { scenariosOf } from '../../support/scenarios/scenarios';
import { ENTITIES, reseed } from '../../support/scenarios/seeds';
import { schemaOfAll, type Schema } from './schemaOf';

/** An operation whose output has a schema, with what is entered to get one. */
interface Sample {
	resource: string;
	operation: string;
	/** `ID` stands for the ID of an instance that runs. */
	parameters?: INodeParameters;
}

interface Node {
	/** Class, and folder below `nodes`. */
	name: string;
	credential: string;
	samples: Sample[];
}

const ID = { __rl: true as const, mode: 'id', value: 'ID' };
const many = { returnAll: true };

/** The operations that people use most. */
const NODES: Node[] = [
	{
		name: 'HuaweiCloudKafka',
		credential: 'managedKafkaHuaweiCloudApi',
		samples: [
			{
				resource: 'instance',
				operation: 'create',
				parameters: {
					name: 'orders-new',
					engineVersion: '2.7',
					productId: 'c6.2u4g.cluster',
					brokerNum: 3,
					storageSpace: 300,
					storageSpecCode: 'dms.physical.storage.ultra.v2',
					availableZones: ['cn-north-4a'],
					vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
					subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
					securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
					createIfAbsent: true,
				},
			},
			{ resource: 'instance', operation: 'get', parameters: { instanceId: ID } },
			{ resource: 'instance', operation: 'getAll', parameters: many },
			{
				resource: 'topic',
				operation: 'create',
				parameters: { instanceId: ID, topicName: 'orders.new', partition: 3, createIfAbsent: true },
			},
			{ resource: 'topic', operation: 'getAll', parameters: { instanceId: ID, ...many } },
			{ resource: 'consumerGroup', operation: 'getAll', parameters: { instanceId: ID, ...many } },
		],
	},
	{
		name: 'AlibabaCloudKafka',
		credential: 'managedKafkaAlibabaCloudApi',
		samples: [
			...['create', 'createAndDeploy'].map((operation) => ({
				resource: 'instance',
				operation,
				parameters: {
					billing: '1',
					deployType: '5',
					specType: 'professional',
					ioMaxSpec: 'alikafka.hw.2xlarge',
					diskType: '1',
					diskSize: 900,
					partitionNum: 50,
					...(operation === 'createAndDeploy' && { vpcId: 'vpc-1', vSwitchId: 'vsw-1' }),
				},
			})),
			{ resource: 'instance', operation: 'get', parameters: { instanceId: ID } },
			{ resource: 'instance', operation: 'getAll', parameters: many },
			{
				resource: 'topic',
				operation: 'create',
				parameters: {
					instanceId: ID,
					topicName: 'orders-new',
					remark: 'orders',
					createIfAbsent: true,
				},
			},
			{ resource: 'topic', operation: 'getAll', parameters: { instanceId: ID, ...many } },
			{ resource: 'consumerGroup', operation: 'getAll', parameters: { instanceId: ID, ...many } },
		],
	},
	{
		name: 'TencentCloudKafka',
		credential: 'managedKafkaTencentCloudApi',
		samples: [
			{
				resource: 'instance',
				operation: 'create',
				parameters: {
					instanceName: 'orders-new',
					zoneId: 450001,
					vpcId: 'vpc-1',
					subnetId: 'subnet-1',
					specificationsType: 'profession',
					createIfAbsent: true,
				},
			},
			{ resource: 'instance', operation: 'get', parameters: { instanceId: ID } },
			{ resource: 'instance', operation: 'getAll', parameters: many },
			{ resource: 'instance', operation: 'getAllDetailed', parameters: many },
			{
				resource: 'topic',
				operation: 'create',
				parameters: {
					instanceId: ID,
					topicName: 'orders.new',
					partitionNum: 3,
					replicaNum: 2,
					createIfAbsent: true,
				},
			},
			{ resource: 'topic', operation: 'getAll', parameters: { instanceId: ID, ...many } },
			{ resource: 'consumerGroup', operation: 'getAll', parameters: { instanceId: ID, ...many } },
		],
	},
];

const member = { memberId: 'm-1', clientId: 'c-1', host: '/192.168.0.9', assignment: [] };

/** What is there, so that no list is empty. */
const CLOUDS = {
	huawei: {
		instances: [
			{
				name: 'orders',
				tags: [{ key: 'team', value: 'orders' }],
				topics: [{ name: 'orders.created' }],
				groups: [{ name: 'orders-service', members: [member], description: 'orders' }],
			},
		],
	},
	alibaba: {
		durations: { orderListed: 0, instanceListed: 0, partListed: 0 },
		instances: [
			{
				name: 'orders',
				tags: [{ Key: 'team', Value: 'orders' }],
				topics: [{ name: 'orders-created', tags: [{ Key: 'team', Value: 'orders' }] }],
				groups: [{ name: 'orders-service', tags: [{ Key: 'team', Value: 'orders' }] }],
			},
		],
	},
	tencent: {
		durations: { listed: 0, topicListed: 0, rowListed: 0, rowUnlisted: 0 },
		instances: [
			{
				name: 'orders',
				tags: [{ TagKey: 'team', TagValue: 'orders' }],
				topics: [{ name: 'orders.created' }],
				groups: [{ name: 'orders-service' }],
			},
		],
	},
};

/** Path of a schema below `nodes`, as n8n looks for it. */
export const pathOf = (name: string, { resource, operation }: Sample): string =>
	`${name}/__schema__/v1.0.0/${resource}/${operation}.json`;

/** Every schema by its path: what the nodes really give against the emulated clouds. */
export async function outputSchemas(): Promise<Record<string, Schema>> {
	// The clocks stand still: what is given must not hang on how fast this machine is.
	const emulator = await startEmulator({ speed: 0, ...CLOUDS });
	try {
		const harness = await createHarness({ credentials: credentialsOf(emulator) });
		const ids: Record<string, string | undefined> = {
			HuaweiCloudKafka: emulator.huawei.state.named('orders')?.id,
			AlibabaCloudKafka: emulator.alibaba.state.named('orders')?.id,
			TencentCloudKafka: emulator.tencent.state.named('orders')?.id,
		};
		const schemas: Record<string, Schema> = {};
		for (const { name, credential, samples } of NODES) {
			const type = `n8n-nodes-managed-kafka.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
			for (const sample of samples) {
				const { resource, operation, parameters = {} } = sample;
				const entered = {
					resource,
					operation,
					options: {},
					...parameters,
					...(parameters.instanceId && { instanceId: { ...ID, value: ids[name] } }),
				} as INodeParameters;
				const items: IDataObject[] = [];
				// A second time, what is created is there already, and says so in the same fields or in more.
				for (let time = 0; time < (parameters.createIfAbsent ? 2 : 1); time++) {
					const run = await harness.run(
						chain(node('Kafka', type, entered, { credentials: [credential] })),
					);
					if (run.error) throw run.error;
					items.push(...run.items('Kafka'));
				}
				const schema = schemaOfAll(items);
				if (!schema) throw new Error(`${name}: ${resource} ${operation} gave nothing`);
				schemas[pathOf(name, sample)] = { ...schema, version: 1 };
			}
		}
		for (const vendor of Object.keys(VENDORS) as VendorName[]) {
			Object.assign(schemas, await readSchemas(vendor, emulator, harness, schemas));
			Object.assign(schemas, await triggerSchema(vendor, emulator, harness));
		}
		return schemas;
	} finally {
		await emulator.close();
	}
}

/** The schema of a vendor's trigger: what its test shows for each of its events. */
async function triggerSchema(
	vendor: VendorName,
	emulator: Emulator,
	harness: Harness,
): Promise<Record<string, Schema>> {
	const { credential } = VENDORS[vendor];
	const type = `${VENDORS[vendor].type}Trigger`;
	const { properties } = harness.nodeTypes.getByNameAndVersion(type, 1).description;
	const events = properties.find(({ name }) => name === 'events')?.options ?? [];
	const given = ENTITIES[vendor];
	const items: IDataObject[] = [];
	for (const event of events as INodePropertyOptions[]) {
		reseed(vendor, emulator);
		const { instanceId, flowId, logTopicId } = given;
		const parameters = {
			events: [event.value],
			instanceId,
			flowIds: String(flowId),
			logTopicIds: String(logTopicId),
			options: {},
		};
		const trigger = node('Watch', type, parameters as INodeParameters, {
			credentials: [credential],
		});
		const workflow = harness.makeWorkflow({ name: 'schemas', nodes: [trigger] });
		const [shown] = (await harness.poll(workflow, 'Watch', { mode: 'manual' })) ?? [[]];
		items.push(...shown.map(({ json }) => json));
	}
	const schema = schemaOfAll(items);
	if (!schema?.properties) throw new Error(`${type} gave nothing`);
	// A test has seen nothing before, but what was before is of the kind of what is now.
	const { previousStatus, status } = schema.properties;
	if (previousStatus?.type === 'null') schema.properties.previousStatus = status;
	const home = presentNodes().find(({ node: name }) => type.endsWith(`${name.slice(1)}Trigger`));
	return { [`${String(home?.folder)}/__schema__/v1.0.0/output.json`]: { ...schema, version: 1 } };
}

/** The schemas of a vendor's reads, of those that have none yet. */
async function readSchemas(
	vendor: VendorName,
	emulator: Emulator,
	harness: Harness,
	present: Record<string, Schema>,
): Promise<Record<string, Schema>> {
	const folders = new Map(
		presentNodes()
			.filter((one) => one.vendor === vendor)
			.flatMap((one) => resourcesOf(one).map(({ value }) => [value, one.folder])),
	);
	const { credential } = VENDORS[vendor];
	const schemas: Record<string, Schema> = {};
	for (const { kind, resource, operation, parameters, prepare, name } of scenariosOf(vendor)) {
		const sample = { resource, operation: operation.value };
		const path = pathOf(String(folders.get(resource)), sample);
		if (kind !== 'read' || Object.hasOwn(present, path)) continue;
		reseed(vendor, emulator);
		prepare?.(emulator);
		const type = typeWith(vendor, resource);
		const entered = { ...sample, options: {}, ...parameters } as INodeParameters;
		const run = await harness.run(
			chain(node('Kafka', type, entered, { credentials: [credential] })),
		);
		if (run.error) throw run.error;
		const schema = schemaOfAll(run.items('Kafka'));
		if (!schema) throw new Error(`${vendor}: ${name} gave nothing`);
		schemas[path] = { ...schema, version: 1 };
	}
	return schemas;
}
