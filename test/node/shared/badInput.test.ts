/** Input that cannot be sent: the text names the field and the advice, and nothing goes out. */
import type { INodeParameters } from 'n8n-workflow';

import { VENDORS } from '../../support/clouds';
import {
	byId,
	byName,
	newInstance,
	newTopic,
	NOWHERE,
	openCloud,
	told,
	type Cloud,
} from '../../support/stage';

let s: Cloud;
let id: string;

beforeAll(async () => {
	s = await openCloud({ instances: [{ name: 'orders', sslEnable: true }] });
	id = s.em.huawei.state.named('orders')?.id ?? '';
});
beforeEach(() => {
	s.em.requests.length = 0;
	s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em);
});

const get = (instanceId: INodeParameters['x']): INodeParameters => ({
	resource: 'instance',
	operation: 'get',
	instanceId,
});
const create = (options: INodeParameters, more: INodeParameters = {}) =>
	newInstance('orders-dev', { options, ...more });
const user = (userPasswd: string, userName = 'orders-service'): INodeParameters => ({
	resource: 'user',
	operation: 'create',
	instanceId: byId(id),
	userName,
	userPasswd,
});

/** Expects an error before anything was sent. */
async function refused(parameters: INodeParameters, text: string | RegExp) {
	const run = await s.start(parameters);
	expect(told(run.error)).toMatch(text);
	expect(s.em.requests).toEqual([]);
	return run.error;
}

describe('an instance', () => {
	test.each([
		['a slash', 'a/b'],
		['two dots', '..'],
		['one dot', '.'],
		['an encoded slash', `${NOWHERE}%2Ftopics`],
		['a query', `${NOWHERE}?x=1`],
		['a name instead of an ID', 'orders dev'],
	])('with %s', async (_, value) => {
		await refused(
			get(byId(value)),
			/^'Instance' .* \| It can contain only letters, digits, and hyphens/,
		);
	});

	test('that is empty by expression', async () => {
		await refused(
			get(byId('={{ $json.nothing }}')),
			/^'Instance' is empty \| Enter a value, or check the expression/,
		);
		await refused(get(byId('={{ null }}')), /^'Instance' is empty/);
	});

	test('that is a whole item instead of its ID', async () => {
		await refused(get(byId('={{ [1] }}')), /^'Instance' is not text/);
	});

	test('that does not exist is told by the service', async () => {
		const run = await s.start(get(byId(NOWHERE)));
		expect(told(run.error)).toMatch(
			/^Get instance did not succeed: the instance does not exist \| Check the instance ID and .*DMS\.00404022/,
		);
	});
});

test('a field that may be left out, but whose expression gives nothing', async () => {
	const quota = { resource: 'userQuota', operation: 'delete', instanceId: byId(id) };
	await refused(
		{ ...quota, user: byName('reader'), client: '={{ $json.nothing }}' },
		/^'Client ID' has an expression that returns nothing \| Check the expression, or clear the field/,
	);
});

describe('a topic', () => {
	test.each([
		['={{ "" }}', /^'Topic Name' is empty/],
		['ab', /^'Topic Name' has 2 characters \| Enter 3 to 200 characters/],
		['1topic', /^'Topic Name' has an invalid format \| It must start with a letter/],
		['a/b', /^'Topic Name' has an invalid format/],
		['={{ ({ a: 1 }) }}', /^'Topic Name' is not text/],
	])('named %j', async (name, text) => void (await refused(newTopic(id, name), text)));

	test.each([
		['={{ "many" }}', /^'Partitions' is not a whole number \| Enter digits only/],
		['={{ 1.5 }}', /^'Partitions' is not a whole number/],
		[0, /^'Partitions' is 0 \| Enter a number from 1 to 200/],
		[201, /^'Partitions' is 201/],
	])(
		'with %j partitions',
		async (partition, text) => void (await refused(newTopic(id, 'aaa', { partition }), text)),
	);

	test.each(['.', '..'])('called %s in a path', async (name) => {
		const topic = byName(name);
		await refused(
			{ resource: 'permission', operation: 'get', instanceId: byId(id), topic },
			/^'Topic' cannot be '\.+' \| Enter the name of an existing one/,
		);
	});

	test('none to delete', async () => {
		const parameters = { resource: 'topic', operation: 'delete', instanceId: byId(id) };
		await refused({ ...parameters, topics: '={{ [] }}' }, /^'Topic Names'/);
		await refused(
			{ ...parameters, topics: ' , ' },
			/^'Topic Names' has no entries \| Enter at least one/,
		);
		await refused({ ...parameters, topics: '={{ ({ a: 1 }) }}' }, /^'Topic Names' is not text/);
	});
});

describe('a new instance', () => {
	const BAD: Array<[string, INodeParameters, RegExp]> = [
		[
			'two zones',
			create({}, { availableZones: ['cn-north-4a', 'cn-north-4b'] }),
			/^'Availability Zone Names or IDs' has two zones \| Select one zone, or three/,
		],
		[
			'no zone',
			create({}, { availableZones: '={{ [] }}' }),
			/^'Availability Zone Names or IDs' is empty/,
		],
		[
			'SASL without user',
			create({
				sasl: {
					entry: { sslEnable: true, password: 'Canary-pass-1', saslEnabledMechanisms: ['PLAIN'] },
				},
			}),
			/^'SASL User' is missing \| Enter it under 'SASL' in 'Options'/,
		],
		[
			'SASL without password',
			create({
				sasl: {
					entry: { sslEnable: true, accessUser: 'first-user', saslEnabledMechanisms: ['PLAIN'] },
				},
			}),
			/^'Password' is missing/,
		],
		[
			'SASL without mechanisms',
			create({
				sasl: { entry: { sslEnable: true, accessUser: 'first-user', password: 'Canary-pass-1' } },
			}),
			/^'SASL Mechanisms' is missing/,
		],
		[
			'public access without addresses',
			create({ publicAccess: { entry: { enablePublicip: true } } }),
			/^'Elastic IP Names or IDs' is missing/,
		],
		[
			'encryption without key',
			create({ diskEncryption: { entry: { diskEncryptedEnable: true } } }),
			/^'Disk Encryption Key' is missing/,
		],
		[
			'more addresses than brokers',
			create({ tenantIps: '10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.4' }),
			/^'Private IPv4 Addresses' has more entries than the number of brokers/,
		],
		[
			'an address that is none',
			create({ tenantIps: '10.0.0' }),
			/^'Private IPv4 Addresses' has an invalid format/,
		],
		[
			'both SASL modes',
			create({
				portProtocol: { entry: { privateSaslSslEnable: true, privateSaslPlaintextEnable: true } },
			}),
			/^'Access Modes' has both SASL modes turned on for private access/,
		],
		[
			'4 years',
			create({
				bssParam: { entry: { chargingMode: 'prePaid', periodType: 'year', periodNum: 4 } },
			}),
			/^'Period' is 4 years \| Enter at most 3/,
		],
		[
			'too many brokers for the flavor',
			create({}, { brokerNum: 31 }),
			/^'Brokers' is 31 \| Flavor c6\.2u4g\.cluster supports at most 30/,
		],
		[
			'too much storage for the flavor',
			create({}, { storageSpace: 300_001 }),
			/^'Storage \(GB\)' is 300001/,
		],
		[
			'too little storage',
			create({}, { storageSpace: 299 }),
			/^'Storage \(GB\)' is 299 \| Enter at least 300 GB: 100 GB per broker/,
		],
		['a name that is too short', newInstance('abc'), /^'Name' has 3 characters/],
		[
			'a tag key with a blank at its end',
			create({ tags: { entry: [{ key: 'a ', value: 'b' }] } }),
			/^'Key' has an invalid format/,
		],
		[
			'a tag without key',
			create({ tags: { entry: [{ key: '', value: 'b' }] } }),
			/^'Key' is empty/,
		],
		[
			'a maintenance time',
			create({ maintenanceWindow: { entry: { maintainBegin: '2 am' } } }),
			/^'Maintenance Window Start Name or ID' is not a valid time \| Enter it in the format 02:00/,
		],
		[
			'an unclear switch',
			create({ enableAutoTopic: '={{ "maybe" }}' }),
			/^'Create Topics Automatically' is neither true nor false/,
		],
	];
	test.each(BAD)('with %s', async (_, parameters, text) => void (await refused(parameters, text)));

	test('prepaid without period', async () => {
		const bssParam = {
			entry: { chargingMode: 'prePaid', periodType: '', periodNum: '' },
		};
		await refused(create({ bssParam }), /^'Period' is missing \| Set 'Period' and 'Period Unit'/);
	});

	test('billing by use takes no period, and the form sends none', async () => {
		const run = await s.start(
			create({ bssParam: { entry: { chargingMode: 'postPaid', isAutoPay: true } } }),
		);
		expect(run.error).toBeUndefined();
		expect(s.onlyBody('CreatePostPaidKafkaInstance')).toHaveProperty('bss_param', {
			charging_mode: 'postPaid',
			is_auto_renew: false,
			is_auto_pay: true,
		});
	});

	test('in a zone that the region does not have: nothing is created', async () => {
		const run = await s.start(create({}, { availableZones: ['mars-1a'] }));
		expect(told(run.error)).toMatch(
			/contains 'mars-1a', which does not exist in this region \| Use one of: cn-north-4a, cn-north-4b/,
		);
		expect(s.writes()).toEqual([]);
	});
});

describe('passwords', () => {
	test.each([
		['Sh0rt!', 'is too short or too long'],
		['Canary-pass-that-goes-on-and-on-1', 'is too short or too long'],
		['-Canary-pass-1', 'starts with a hyphen'],
		['canarycanary', 'is too simple'],
	])('%s', async (password, problem) => {
		// As an expression, because n8n itself puts the node's own parameters into every error.
		const error = await refused(
			user(`={{ ${JSON.stringify([...password])}.join("") }}`),
			`'Password' ${problem}`,
		);
		expect(JSON.stringify(error)).not.toContain(password);
		expect(error?.stack).not.toContain(password);
	});

	test('a bad user name', async () =>
		void (await refused(user('Canary-pass-1', 'me'), /^'User Name' has 2/)));
});

describe('what steers the node', () => {
	const getAll: INodeParameters = { resource: 'instance', operation: 'getAll' };

	test.each([0, -5, '={{ "abc" }}', '={{ 2.5 }}', '={{ "" }}'])('a limit of %j', async (limit) => {
		await refused({ ...getAll, limit }, /^'Limit' /);
	});

	test('a limit given as text is fine', async () => {
		expect((await s.start({ ...getAll, limit: '={{ "7" }}' })).error).toBeUndefined();
		expect(s.em.requests[0].url).toContain('limit=7');
	});

	test('Return All that is neither on nor off', async () => {
		await refused(
			{ ...getAll, returnAll: '={{ "perhaps" }}' },
			/^'Return All' is neither true nor false/,
		);
	});

	test.each([
		['maximumWait', 'Maximum Wait (Minutes)'],
		['pollInterval', 'Poll Interval (Seconds)'],
	])('%s that is no number: nothing is created', async (name, label) => {
		for (const value of ['={{ "soon" }}', -1]) {
			const wait = { waitForCompletion: true, waitOptions: { [name]: value } };
			const error = await refused(create({}, wait), /is not a number \| Enter a number/);
			expect(error?.message).toContain(`'${label}'`);
		}
	});

	test('an update of nothing', async () => {
		await refused(
			{ resource: 'instance', operation: 'update', instanceId: byId(id) },
			/^'Options' has nothing to change \| Add at least one/,
		);
	});

	test('Delete Many of nothing, or of both', async () => {
		const parameters = { resource: 'instance', operation: 'deleteMany' };
		await refused({ ...parameters, instances: [] }, /^'Instance Names or IDs' has no entries/);
		await refused(
			{ ...parameters, instances: [id], options: { allFailure: 'kafka' } },
			/^'Instance Names or IDs' and 'All Failed Instances' are both set/,
		);
		const many = Array.from({ length: 51 }, () => NOWHERE);
		await refused(
			{ ...parameters, instances: many },
			/^'Instance Names or IDs' has 51 entries \| Enter 1 to 50 entries/,
		);
	});

	test('a time of background tasks', async () => {
		const parameters = { resource: 'backgroundTask', operation: 'getAll', instanceId: byId(id) };
		await refused(
			{ ...parameters, options: { beginTime: '202611220930' } },
			/^'From' is neither a date nor a Unix timestamp/,
		);
	});
});

describe('the credential', () => {
	test.each<[string, object, RegExp]>([
		['no access key', { accessKeyId: '' }, /'Access Key ID' is empty/],
		['no secret key', { secretAccessKey: '' }, /'Secret Access Key' is empty/],
		[
			'a key with a line break',
			{ secretAccessKey: 'canary\nkey' },
			/'Secret Access Key' contains a space or a line break/,
		],
		[
			'a region that is another host',
			{ region: 'custom', customRegion: 'evil.example/#' },
			/'Custom Region' is not a region ID/,
		],
		[
			'an endpoint with a path',
			{ endpoint: 'https://dms.example.com/v2' },
			/'Endpoint' contains a path/,
		],
		[
			'an endpoint without scheme',
			{ endpoint: 'dms.example.com' },
			/'Endpoint' is not a URL that starts with https/,
		],
		['a project ID that is a path', { projectId: '../other' }, /'Project ID'/],
	])('with %s', async (_, wrong, text) => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, wrong as never);
		await refused(newTopic(id, 'aaa'), text);
	});

	test('none at all', async () => {
		const run = await s.start(newTopic(id, 'aaa'), { node: { credentials: {} } });
		expect(run.error?.message).toMatch(/credential/i);
		expect(s.em.requests).toEqual([]);
	});
});
