/** Regions, projects and logins. */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { K, newInstance, openCloud, told, type Cloud } from '../../support/stage';

let s: Cloud;

beforeEach(async () => {
	s = await openCloud({
		instances: [{ name: 'beijing' }, { name: 'hongkong', region: 'ap-southeast-1' }],
	});
});

const inRegion = (region: string): INodeParameters => ({
	resource: 'instance',
	operation: 'getAll',
	options: { region },
});
const names = (run: Awaited<ReturnType<Cloud['start']>>) => run.items(K).map(({ name }) => name);
const login = () => {
	const { userName, password, domainName } = s.em.credentials.huawei.user;
	return VENDORS.huawei.data(s.em, {
		authentication: 'password',
		userName,
		password,
		domainName,
		projectId: '',
	});
};
const tokens = () => s.sent('CreateToken').length;

describe('the region', () => {
	test("is the credential's unless the option says otherwise", async () => {
		expect(names(await s.start(inRegion('')))).toEqual(['beijing']);
		expect(names(await s.start(inRegion('cn-north-4')))).toEqual(['beijing']);
	});

	test('of the option has its own project, which is looked up once', async () => {
		const run = await s.start(inRegion('={{ $json.region }}'), {
			json: Array.from({ length: 10 }, () => ({ region: 'ap-southeast-1' })),
		});
		expect(names(run)).toEqual(Array.from({ length: 10 }, () => 'hongkong'));
		expect(s.sent('ListInstances')[0].headers['x-project-id']).toBe(
			'1b2c3d4e5f60718293a4b5c6d7e8f90a',
		);
		expect(s.em.requests.filter(({ vendor }) => vendor === 'iam')).toHaveLength(1);
	});

	test('of the option counts for everything that a create needs', async () => {
		const zones = ['ap-southeast-1a'];
		const run = await s.start(
			newInstance('new-one', { availableZones: zones, options: { region: 'ap-southeast-1' } }),
		);
		expect(run.error).toBeUndefined();
		expect(s.em.huawei.state.named('new-one')?.region).toBe('ap-southeast-1');
	});

	test('without a project is told, before anything is created', async () => {
		const run = await s.start(newInstance('new-one', { options: { region: 'la-south-2' } }));
		expect(told(run.error)).toMatch(/project/i);
		expect(told(run.error)).toContain('la-south-2');
		expect(s.writes()).toEqual([]);
	});

	test.each(['evil.example/#', '../x', 'a.b', 'CN-NORTH-4', 'x@evil'])(
		'%s is none',
		async (region) => {
			const run = await s.start(inRegion(`={{ "${region}" }}`));
			expect(told(run.error)).toMatch(
				/^'Region Name or ID' is not a region ID \| Select one from the list/,
			);
			expect(s.em.requests).toEqual([]);
		},
	);
});

describe('a login with a password', () => {
	const items = Array.from({ length: 50 }, () => ({ region: '' }));

	test('fetches one token for many items', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = login();
		const run = await s.start(inRegion(''), { json: items });
		expect(run.items(K)).toHaveLength(50);
		expect(tokens()).toBe(1);
	});

	test('fetches another one when the first is not valid any more', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = login();
		await s.start(inRegion(''));
		s.em.faults.add({ operation: 'ListInstances', effect: fault.unauthorized() });
		expect(names(await s.start(inRegion('')))).toEqual(['beijing']);
		expect(tokens()).toBe(2);
	});

	test('keeps the token for the next run', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = login();
		await s.start(inRegion(''));
		await s.start(inRegion(''));
		expect(tokens()).toBe(1);
	});

	test('that is wrong names the fields and not the password', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = {
			...(login() as object),
			password: 'Canary-pass-1',
		} as never;
		const run = await s.start(inRegion(''));
		expect(told(run.error)).toMatch(/'(User Name|Password|Account Name)'/);
		expect(JSON.stringify(run.result)).not.toContain('Canary-pass-1');
	});
});
