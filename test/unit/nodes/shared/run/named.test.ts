/** Names in the place of IDs: a network is given as people call it, and looked up before anything is written. */
import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';

import type { Lookup } from '../../../../../nodes/shared/contract/lookup';
import { get } from '../../../../../nodes/shared/contract/operation';
import { looked, lookedSeveral, text } from '../../../../../nodes/shared/form/fields';
import { Sent, type Reply, type Sending } from '../../../../support/sending';

const lookupOf = (
	what: string,
	path: string,
	isId: RegExp,
	more: Partial<Lookup> = {},
): Lookup => ({
	what,
	plural: `${what}s`,
	permission: `net:${path}:list`,
	isId,
	request: () => ({ api: `List ${path}`, effect: 'read', method: 'GET', path: `/${path}` }),
	pages: { rows: ({ rows }) => rows as IDataObject[], at: () => ({}), size: Infinity, key: 'id' },
	entry: ({ id, name, range }) => ({
		id: String(id),
		name: String(name),
		details: range ? [String(range)] : [],
	}),
	...more,
});

const networks = lookupOf('VPC', 'networks', /^vpc-/);
const subnets = lookupOf('subnet', 'subnets', /^sub-/, {
	within: [{ name: 'vpcId', label: 'VPC', lookup: networks }],
	request: (chosen) => ({
		...get('/subnets'),
		api: 'List subnets',
		effect: 'read',
		query: { vpc: chosen('vpcId') as string },
	}),
});

const ROWS: Record<string, IDataObject[]> = {
	'/networks': [
		{ id: 'vpc-1', name: 'orders', range: '10.0.0.0/16' },
		{ id: 'vpc-2', name: 'twice', range: '10.1.0.0/16' },
		{ id: 'vpc-3', name: 'twice', range: '10.2.0.0/16' },
		{ id: 'vpc-4', name: 'vpc-like' },
	],
	'/subnets': [{ id: 'sub-1', name: 'a' }],
};

const reply = ({ url }: IHttpRequestOptions): Reply => ({
	body: ROWS[String(url)] ? { rows: ROWS[String(url)] } : { id: 'new' },
});

const fields = [
	text('name', 'Name'),
	looked('vpc_id', 'VPC', { search: 'searchVpcs', lookup: networks }),
	looked('subnet_id', 'Subnet', { search: 'searchSubnets', lookup: subnets }),
];
const options = [
	looked('backup_vpc', 'Backup VPC', { search: 'searchVpcs', lookup: networks }),
	lookedSeveral('more_vpcs', 'More VPCs', { load: 'getVpcs', lookup: networks }),
];

const locator = (value: string, mode = 'id') => ({ __rl: true, mode, value });

const sendingOf = (parameters: INodeParameters, given: Sending = {}): Sending => {
	const { vpcId, subnetId, name } = parameters;
	const unlocated = (value: unknown) => (value as { value?: unknown } | undefined)?.value;
	return {
		operation: { fields, options },
		parameters,
		replies: reply,
		options: {
			body: { name, vpc_id: unlocated(vpcId), subnet_id: unlocated(subnetId) } as IDataObject,
		},
		...given,
	};
};

const bodyOf = (sent: Sent) => sent.requests[sent.requests.length - 1].body as IDataObject;
const paths = (sent: Sent) => sent.requests.map(({ url }) => url);

test('an ID goes as it is and needs no list', async () => {
	const sent = new Sent(
		sendingOf({ vpcId: locator('vpc-77'), subnetId: locator('sub-77', 'list') }),
	);
	await sent.rows();
	expect(bodyOf(sent)).toMatchObject({ vpc_id: 'vpc-77', subnet_id: 'sub-77' });
	expect(paths(sent)).toEqual(['/things']);
});

test('a name becomes its ID, and the subnet is looked for in that VPC', async () => {
	const sent = new Sent(sendingOf({ vpcId: locator('orders', 'name'), subnetId: locator('a') }));
	await sent.rows();
	expect(bodyOf(sent)).toMatchObject({ vpc_id: 'vpc-1', subnet_id: 'sub-1' });
	expect(sent.requests.map(({ url, qs }) => [url, qs])).toEqual([
		['/networks', {}],
		['/subnets', { vpc: 'vpc-1' }],
		['/things', {}],
	]);
});

test('what is set to By Name is a name, also where it looks like an ID', async () => {
	const sent = new Sent(sendingOf({ vpcId: locator('vpc-like', 'name') }));
	await sent.rows();
	expect(bodyOf(sent)).toMatchObject({ vpc_id: 'vpc-4' });
});

test('options take names, too, each of several', async () => {
	const parameters = {
		options: { backupVpc: locator('orders', 'name'), moreVpcs: ['vpc-9', 'orders'] },
	};
	const sent = new Sent(sendingOf(parameters));
	await sent.rows();
	expect(bodyOf(sent)).toMatchObject({ backup_vpc: 'vpc-1', more_vpcs: ['vpc-9', 'vpc-1'] });
});

test('a name that two have is refused with the IDs of both', async () => {
	const sent = new Sent(sendingOf({ vpcId: locator('twice', 'name') }));
	expect(await sent.told()).toBe(
		"'VPC' is ambiguous: 2 VPCs are named 'twice' | Enter the ID of one of them: twice, 10.1.0.0/16, vpc-2; twice, 10.2.0.0/16, vpc-3.",
	);
	expect(paths(sent)).toEqual(['/networks']);
});

test('a name that none has is refused', async () => {
	const sent = new Sent(sendingOf({ vpcId: locator('ordres') }));
	expect(await sent.told()).toContain("'VPC' is 'ordres', but no VPC with this name exists");
	expect(paths(sent)).toEqual(['/networks']);
});

test('a name that two fields have is looked up for each, and each is named when it is wrong', async () => {
	const others = lookupOf('VPC', 'gateways', /^gw-/);
	const both = [
		...fields.slice(0, 2),
		looked('gateway_id', 'Gateway', { search: 'g', lookup: others }),
	];
	const sending = sendingOf({ vpcId: locator('orders'), gatewayId: locator('orders') });
	const body = { vpc_id: 'orders', gateway_id: 'orders' };
	const replies = (sent: IHttpRequestOptions): Reply =>
		sent.url === '/gateways' ? { body: { rows: [{ id: 'gw-1', name: 'orders' }] } } : reply(sent);
	const sent = new Sent({ ...sending, operation: { fields: both }, options: { body }, replies });
	await sent.rows();
	expect(bodyOf(sent)).toMatchObject({ vpc_id: 'vpc-1', gateway_id: 'gw-1' });
	const twice = [
		...fields.slice(0, 2),
		looked('peer_id', 'Peer VPC', { search: 'v', lookup: networks }),
	];
	const wrong = new Sent({
		...sendingOf({ vpcId: locator('orders'), peerId: locator('ordres') }),
		operation: { fields: twice },
		options: { body: { vpc_id: 'orders', peer_id: 'ordres' } },
	});
	expect(await wrong.told()).toContain("'Peer VPC' is 'ordres'");
});

test('nothing is written for any item if the name of one does not exist', async () => {
	const sent = new Sent(
		sendingOf(
			{},
			{ items: [{ vpcId: 'vpc-1' }, { vpcId: 'ordres' }], options: { body: { vpc_id: 'x' } } },
		),
	);
	const ends = await sent.run();
	expect(ends.every(({ error }) => error)).toBe(true);
	expect(paths(sent)).not.toContain('/things');
});

test('several items with one name read the list once', async () => {
	const items = [{ vpcId: 'orders' }, { vpcId: 'orders' }, { vpcId: 'orders' }];
	const sent = new Sent(sendingOf({}, { items, options: { body: { vpc_id: 'x' } } }));
	await sent.run();
	expect(paths(sent)).toEqual(['/networks', '/things', '/things', '/things']);
});

test('one name in two VPCs is looked up in each of them', async () => {
	const items = [
		{ vpcId: 'vpc-1', subnetId: 'a' },
		{ vpcId: 'vpc-9', subnetId: 'a' },
	];
	const replies = ({ url, qs }: IHttpRequestOptions): Reply =>
		url === '/subnets'
			? { body: { rows: [{ id: `sub-of-${String(qs?.vpc)}`, name: 'a' }] } }
			: { body: { id: 'new' } };
	const sent = new Sent(sendingOf({}, { items, replies, options: { body: {} } }));
	await sent.run();
	const written = sent.requests.filter(({ url }) => url === '/things');
	expect(written.map(({ body }) => (body as IDataObject).subnet_id)).toEqual([
		'sub-of-vpc-1',
		'sub-of-vpc-9',
	]);
});

test('a name that travels in the query becomes its ID there', async () => {
	const inQuery = looked('vpc_id', 'VPC', {
		search: 'searchVpcs',
		lookup: networks,
		sentIn: 'query',
	});
	const operation = { kind: 'read' as const, request: get('/things'), fields: [inQuery] };
	const sent = new Sent(sendingOf({ vpcId: locator('orders', 'name') }, { operation }));
	await sent.rows();
	expect(sent.requests.at(-1)?.qs).toMatchObject({ vpc_id: 'vpc-1' });
});

describe('without the right to list', () => {
	const forbidden = (sent: IHttpRequestOptions): Reply =>
		sent.url === '/networks' ? { status: 403, body: 'Forbidden.RAM' } : reply(sent);

	test('an ID still works', async () => {
		const sent = new Sent(sendingOf({ vpcId: locator('vpc-1') }, { replies: forbidden }));
		await sent.rows();
		expect(paths(sent)).toEqual(['/things']);
	});

	test('an ID of a form that is not known here is left to the service', async () => {
		const sent = new Sent(sendingOf({ vpcId: locator('4711') }, { replies: forbidden }));
		await sent.rows();
		expect(bodyOf(sent)).toMatchObject({ vpc_id: '4711' });
	});

	test('a name is refused with the permission that is missing', async () => {
		const sent = new Sent(sendingOf({ vpcId: locator('orders', 'name') }, { replies: forbidden }));
		const told = await sent.told();
		expect(told).toContain('no permission to list VPCs (net:networks:list)');
		expect(told).toContain("Grant it net:networks:list. Or enter the ID in 'VPC'.");
		expect(paths(sent)).toEqual(['/networks']);
	});
});
