/** The examples of the vendor's reference can be entered through the node's parameters and go out as they are printed. */
import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { factsOf } from '../../../emulator/core/facts';
import { propertyName } from '../../../nodes/shared/contract/field';
import { VENDORS } from '../../support/clouds';
import { byId, openCloud, type Cloud } from '../../support/stage';

let s: Cloud;
let id: string;
let properties: INodeProperties[];

beforeAll(async () => {
	s = await openCloud({
		instances: [{ name: 'orders', sslEnable: true, topics: [{ name: 'topic01' }] }],
	});
	id = s.em.huawei.state.named('orders')?.id ?? '';
	({ properties } = s.n8n.nodeTypes.getByNameAndVersion(VENDORS.huawei.type, 1).description);
});

/** Operation of the facts -> resource and operation of the node. */
const OPERATIONS: Array<[api: string, resource: string, operation: string]> = [
	['CreatePostPaidKafkaInstance', 'instance', 'create'],
	['UpdateInstance', 'instance', 'update'],
	['BatchRestartOrDeleteInstances', 'instance', 'restart'],
	['BatchRestartOrDeleteInstances', 'instance', 'deleteMany'],
	['CreateInstanceTopic', 'topic', 'create'],
	['BatchDeleteInstanceTopic', 'topic', 'delete'],
	['CreateInstanceUser', 'user', 'create'],
	['UpdateTopicAccessPolicy', 'permission', 'set'],
	['BatchCreateOrDeleteKafkaTag', 'tag', 'add'],
];

/** What the printed examples mask, and what to put there. */
const UNMASKED: Record<string, unknown> = {
	access_user: 'first-user',
	disk_encrypted_key: '5e0f1a2b-b953-4875-a743-0c1d2e3f4a5b',
	publicip_id:
		'4d7fc3b9-88fc-4a8c-86d0-1f3d6e1f5f01,4d7fc3b9-16af-455d-8d54-1f3d6e1f5f02,4d7fc3b9-3d69-4367-95ab-1f3d6e1f5f03',
	vpc_id: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
	subnet_id: 'b5fa806c-35e7-4299-b659-b39398dd4718',
	security_group_id: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
	password: 'Canary-pass-1',
	user_passwd: 'Canary-pass-1',
	available_zones: ['9f1c5806706d4c1fb0eb72f0a9b18c77'],
	tenant_ips: ['192.168.0.10', '192.168.0.11', '192.168.0.12'],
};

/** Where examples break their own tables: the notes of the facts say so. */
const CORRECTED: Record<string, unknown> = {
	sync_replication: false,
	topic_other_configs: [
		{ name: 'message.timestamp.type', value: 'LogAppendTime' },
		{ name: 'max.message.bytes', value: '10485760' },
	],
};

const put = (values: Record<string, unknown>, body: IDataObject) =>
	Object.fromEntries(Object.entries(body).map(([key, value]) => [key, values[key] ?? value]));

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A value as n8n's forms hold it: lists of objects are rows. */
function asForm(value: unknown): unknown {
	if (!Array.isArray(value) || typeof value[0] !== 'object') return value;
	const row = (one: IDataObject) =>
		Object.fromEntries(Object.entries(one).map(([key, inner]) => [camel(key), asForm(inner)]));
	return { entry: value.map(row) };
}

const shown = ({ displayOptions }: INodeProperties, resource: string, operation: string) => {
	const { show = {} } = displayOptions ?? {};
	return (
		(show.resource as string[] | undefined)?.includes(resource) &&
		((show.operation as string[] | undefined) ?? [operation]).includes(operation)
	);
};
const wireName = ({ routing }: INodeProperties) => routing?.send?.property;

/** A parameter among those that a form only holds together. */
const partNamed = ({ type, options = [] }: INodeProperties, name: string) =>
	type === 'fixedCollection'
		? (options as INodePropertyCollection[])
				.flatMap(({ values }) => values)
				.find((column) => column.name === propertyName(name))
		: undefined;

/** The node's parameters for a body, found by the names on the wire. */
function parametersFor(resource: string, operation: string, body: IDataObject): INodeParameters {
	const all = properties.filter((property) => shown(property, resource, operation));
	const options: IDataObject = {};
	const parameters: IDataObject = { resource, operation, instanceId: byId(id), options };
	const collection = all.find(({ name }) => name === 'options')?.options as INodeProperties[];
	for (const [name, value] of Object.entries(body)) {
		const top = all.find((property) => wireName(property) === name);
		const option = collection.find((property) => wireName(property) === name);
		const form = collection.find((property) => partNamed(property, name));
		if (top) parameters[top.name] = asForm(value) as IDataObject;
		else if (option) options[option.name] = asForm(value) as IDataObject;
		else if (form) {
			const { entry } = (options[form.name] ?? {}) as IDataObject;
			options[form.name] = {
				entry: { ...(entry as IDataObject), [propertyName(name)]: value },
			};
		} else expect(['engine', 'action']).toContain(name);
	}
	return parameters as INodeParameters;
}

const cases = OPERATIONS.flatMap(([api, resource, operation]) =>
	factsOf('huawei', api)
		.examples.map(({ title, request }) => ({ title, body: request?.body as IDataObject }))
		.filter(
			({ body }) =>
				body.action === undefined ||
				operation.startsWith(body.action === 'create' ? 'add' : String(body.action)),
		)
		.map(({ title, body }) => [title, api, resource, operation, body] as const),
);

test('there is an example for every operation with a body', () => {
	expect(new Set(cases.map(([, , resource, operation]) => `${resource}/${operation}`)).size).toBe(
		OPERATIONS.length,
	);
});

test.each(cases)('%s (%s)', async (_, api, resource, operation, printed) => {
	s.em.requests.length = 0;
	const body = put(CORRECTED, put(UNMASKED, printed));
	await s.start(parametersFor(resource, operation, body));
	expect(s.onlyBody(api)).toEqual(body);
});

test('every operation of the node is one of the facts', () => {
	const operations = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);
	for (const { routing } of operations) {
		expect(routing?.request?.url).toMatch(/^=?\/v[12](\.0)?\/|^\/v3\/auth\/domains$/);
	}
});
