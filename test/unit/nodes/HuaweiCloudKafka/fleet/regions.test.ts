/** Which projects of which regions there are, and what it takes to find that out. */
import { EXAMPLE, fault } from '../../../../../emulator';
import { HUAWEI_REGIONS } from '../../../../../credentials/regions/huawei';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import type { RegionChoice } from '../../../../../nodes/shared/fleet/vendor';
import { NOW, openAccount, withProjects } from '../../../../support/huaweiFleet';

const PROJECTS = [
	'cn-north-1',
	'cn-north-4_team-a',
	'af-south-1',
	'MOS',
	'la-south-2',
	'tr-west-1',
];

const all = (more: Partial<RegionChoice> = {}): RegionChoice => ({
	mode: 'all',
	chosen: [],
	exclude: [],
	...more,
});

/** Without a project ID in the credential, which then has to be looked up. */
const LOOKED_UP = { projectId: '' };

const open = async (data = {}, projects = PROJECTS) => {
	const account = await openAccount({}, { accounts: withProjects(...projects), rateLimits: true });
	const read = async (wanted: RegionChoice) =>
		await huaweiFleet.scopes(async (region) => await account.open(region, data), wanted, NOW);
	return { ...account, read };
};

test('own: the project of the credential, without any request', async () => {
	const { read, operations, em } = await open();
	const { scopes, rows, warnings } = await read(all({ mode: 'own' }));
	const { projectId } = em.credentials.huawei;
	expect(scopes).toEqual([{ cloud: 'huawei', region: 'cn-north-4', project: null, projectId }]);
	expect([rows, warnings, operations()]).toEqual([[], [], []]);
});

test('own, with a project that has to be looked up', async () => {
	const { read, operations, scope } = await open(LOOKED_UP);
	expect((await read(all({ mode: 'own' }))).scopes).toEqual([scope('cn-north-4')]);
	expect(operations()).toEqual(['ListProjects']);
});

test('own, left out', async () => {
	const { read } = await open();
	expect((await read(all({ mode: 'own', exclude: ['cn-north-4'] }))).scopes).toEqual([]);
});

test.each([
	['with a project ID', {}],
	['looked up', LOOKED_UP],
])('all, %s: one request to IAM, also where all regions are opened then', async (_, data) => {
	const { read, operations, scope, open: openRegion } = await open(data);
	const { scopes, rows, warnings } = await read(all());
	expect(scopes).toEqual(
		[
			...['af-south-1', 'ap-southeast-1', 'cn-north-1', 'cn-north-4', 'cn-north-4_team-a'],
			...['eu-west-101', 'la-south-2', 'tr-west-1'],
		].map(scope),
	);
	expect(rows).toEqual([
		{
			kind: 'regionNotRead',
			cloud: 'huawei',
			region: 'MOS',
			project: 'MOS',
			reason: 'skipped',
			message: 'The project is in no region of Kafka',
			code: null,
			requestId: null,
			whatToDo: 'Nothing: there can be no Kafka instances in it.',
			readAt: '2030-01-15T12:00:00.000Z',
		},
	]);
	expect(warnings).toEqual([]);
	await Promise.all(scopes.map(async ({ region }) => await openRegion(region, data)));
	expect(operations()).toEqual(['ListProjects']);
});

test('on the public cloud, regions of the package without a project are counted', async () => {
	const { read } = await open({ endpoint: '' });
	const { scopes, warnings } = await read(all());
	expect(scopes).toHaveLength(8);
	expect(warnings).toEqual([
		'Huawei Cloud: 27 regions have no project in this account, as they were never opened.',
	]);
});

test('all but what is left out', async () => {
	const { read, scope } = await open();
	const exclude = ['cn-north-4', 'af-south-1', 'eu-west-101', 'cn-north-1', 'tr-west-1'];
	const { scopes } = await read(all({ exclude }));
	expect(scopes).toEqual([scope('ap-southeast-1'), scope('la-south-2')]);
});

test('chosen: with the projects within them; one that was never opened is a row', async () => {
	const { read, scope } = await open();
	const chosen = ['cn-north-4', 'cn-south-1', 'eu-west-101'];
	const { scopes, rows, warnings } = await read(all({ mode: 'chosen', chosen }));
	expect(scopes).toEqual(['cn-north-4', 'cn-north-4_team-a', 'eu-west-101'].map(scope));
	expect(rows).toMatchObject([
		{
			region: 'cn-south-1',
			project: null,
			reason: 'notOpened',
			message: 'The account has no project in this region, as it was never opened',
			whatToDo: 'Open the region in the console of Huawei Cloud once, or leave it out.',
		},
	]);
	expect(warnings).toEqual([]);
});

test('a project that is disabled is told, and not read', async () => {
	const accounts = withProjects('tr-west-1');
	accounts.huawei.projects.forEach((one) => {
		if (one.region === 'tr-west-1') one.enabled = false;
	});
	const account = await openAccount({}, { accounts });
	const { scopes, rows } = await huaweiFleet.scopes(account.open, all(), NOW);
	expect(scopes.map(({ region }) => region)).not.toContain('tr-west-1');
	expect(rows).toMatchObject([{ region: 'tr-west-1', reason: 'skipped' }]);
});

describe('a key that may not list projects', () => {
	const forbidden = async (wanted: RegionChoice) => {
		const { read, em } = await open();
		em.faults.add({
			operation: 'ListProjects',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error: { code: 403, message: 'not authorized', title: 'Forbidden' } },
			},
		});
		return await read(wanted);
	};

	test('reads its own region; each other one that was asked for is a row', async () => {
		const { scopes, rows } = await forbidden(
			all({ mode: 'chosen', chosen: ['cn-north-4', 'cn-south-1', 'eu-west-101'] }),
		);
		expect(scopes.map(({ region }) => region)).toEqual(['cn-north-4']);
		expect(rows.map(({ region, reason }) => [region, reason])).toEqual([
			['cn-south-1', 'noPermission'],
			['eu-west-101', 'noPermission'],
		]);
		expect(rows[0].whatToDo).toBe(
			"Grant the IAM user 'iam:projects:listProjects', or choose only the credential's region.",
		);
	});

	test('with all regions, every region of the package is accounted for', async () => {
		const { scopes, rows } = await forbidden(all());
		expect(scopes.length + rows.length).toBe(HUAWEI_REGIONS.length);
	});
});

test('IAM that is down leaves the own region, and says so of each other one', async () => {
	const { read, em } = await open();
	em.faults.add({ operation: 'ListProjects', times: 'always', effect: fault.htmlPage(503) });
	const { scopes, rows } = await read(all({ mode: 'chosen', chosen: ['cn-south-1'] }));
	expect(scopes).toEqual([]);
	expect(rows).toMatchObject([{ region: 'cn-south-1', reason: 'unreachable' }]);
	expect(rows[0].message).toContain('Huawei Cloud IAM could not process the project lookup');
});

test('a sign-in by password lists without a permission, and reads only projects of whole regions', async () => {
	const { userName, password, domainName } = EXAMPLE.huawei.user;
	const data = { authentication: 'password', userName, password, domainName, projectId: '' };
	const { read, operations } = await open(data);
	const { scopes, rows } = await read(all());
	expect(scopes.map(({ project }) => project)).toContain('cn-north-4');
	expect(scopes.map(({ project }) => project)).not.toContain('cn-north-4_team-a');
	expect(rows.filter(({ reason }) => reason === 'noPermission')).toMatchObject([
		{
			region: 'cn-north-4',
			project: 'cn-north-4_team-a',
			message: "A sign-in reads only the region's own project",
		},
	]);
	expect(operations()).toEqual(['CreateToken', 'ListAuthProjects']);
});

test('a private cloud has regions that the package does not know', async () => {
	const accounts = withProjects('eu-de', 'eu-de_dev', 'MOS');
	const account = await openAccount({}, { accounts });
	const { scopes, rows } = await huaweiFleet.scopes(
		account.open,
		all({ exclude: ['cn-north-4', 'ap-southeast-1', 'eu-west-101'] }),
		NOW,
	);
	expect(scopes).toEqual([account.scope('eu-de'), account.scope('eu-de_dev')]);
	expect(rows.map(({ region }) => region)).toEqual(['MOS']);
});
