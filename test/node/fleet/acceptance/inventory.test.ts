/** Checks 1 to 6: one inventory over clouds and regions, in which nothing is left out without a word. */
import { VENDORS } from '../../../support/clouds';
import { ALL_CLOUDS, countOf, openFleet } from '../../../support/fleetStage';
import { HERE, nameHosts } from '../../../support/hostNames';
import { withProjects } from '../../../support/huaweiFleet';

const many = (prefix: string, count: number, region: string) =>
	Array.from({ length: count }, (_, index) => ({ name: `${prefix}-${index}`, region }));

const SIX = {
	accounts: withProjects('cn-north-1'),
	huawei: { instances: [...many('h', 8, 'cn-north-4'), ...many('hn', 6, 'cn-north-1')] },
	alibaba: { instances: [...many('a', 7, 'cn-hangzhou'), ...many('ab', 6, 'cn-beijing')] },
	tencent: { instances: [...many('t', 7, 'ap-guangzhou'), ...many('tb', 6, 'ap-beijing')] },
};

const FORBIDDEN = {
	kind: 'answer',
	status: 403,
	body: { error_code: 'DMS.00403003', error_msg: 'no permission' },
} as const;

const CHOSEN = {
	regions: 'chosen',
	huaweiRegions: ['cn-north-4', 'cn-north-1'],
	alibabaRegions: ['cn-hangzhou', 'cn-beijing'],
	tencentRegions: ['ap-guangzhou', 'ap-beijing'],
	returnAll: true,
};

describe('fleet/acceptance', () => {
	test('1. one node, three credentials, six regions with 40 instances: 40 items with the same keys', async () => {
		const fleet = await openFleet(SIX);
		for (const output of ['simplified', 'all', 'flat']) {
			const items = await fleet.items('instance/getAll', { ...CHOSEN, output });
			expect(items).toHaveLength(40);
			const keys = items.map((item) => Object.keys(item).join());
			expect(new Set(keys).size).toBe(1);
		}
	});

	test('2. a region that refuses, one that does not exist, and one that hangs are rows; the rest is complete', async () => {
		const fleet = await openFleet(SIX);
		fleet.em.faults.add({
			vendor: 'huawei',
			operation: 'ListInstances',
			path: SIX.accounts.huawei.projects.at(-1)?.id,
			times: 'always',
			effect: FORBIDDEN,
		});
		nameHosts(['cn-beijing']);
		const { port } = new URL(fleet.em.alibaba.url);
		fleet.n8n.credentials[VENDORS.alibaba.credential] = VENDORS.alibaba.data(fleet.em, {
			endpoint: `http://{region}.${HERE}:${port}`,
		});
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DescribeInstancesDetail',
			region: 'ap-beijing',
			times: 'always',
			effect: { kind: 'delay', ms: 600_000 },
		});
		const began = fleet.clock.passed;
		const items = await fleet.items('instance/getAll', CHOSEN);
		expect(fleet.clock.passed - began).toBeLessThanOrEqual(75_000);
		const rows = items.filter(({ kind }) => kind === 'regionNotRead');
		expect(rows.map(({ cloud, region, reason }) => [cloud, region, reason]).sort()).toEqual([
			['alibaba', 'cn-beijing', 'unreachable'],
			['huawei', 'cn-north-1', 'noPermission'],
			['tencent', 'ap-beijing', 'timedOut'],
		]);
		for (const { whatToDo } of rows) expect(whatToDo).toMatch(/\w+.*\.$/);
		expect(items).toHaveLength(40 - 18 + 3);
	});

	test('3. all regions of a cloud refused: the node fails, and with Continue the other clouds come', async () => {
		const fleet = await openFleet(SIX);
		fleet.em.faults.add({
			vendor: 'huawei',
			operation: 'ListInstances',
			times: 'always',
			effect: FORBIDDEN,
		});
		const failed = await fleet.run('instance/getAll', CHOSEN);
		expect(failed.told).toMatch(
			/Get many instances did not succeed: nothing of Huawei Cloud could be read/,
		);
		const onError = { onError: 'continueRegularOutput' as const };
		const { items } = await fleet.run('instance/getAll', CHOSEN, { node: onError });
		const counts = countOf(items.map(({ cloud, error }) => `${cloud}${error ? ' error' : ''}`));
		expect(counts).toEqual({ alibaba: 13, tencent: 13, 'huawei error': 1, huawei: 2 });
	});

	test('4. a chosen cloud without a credential is named; with Continue nothing of the others is lost', async () => {
		const fleet = await openFleet(SIX);
		const credentials = ALL_CLOUDS.filter((cloud) => cloud !== 'alibaba');
		const { told } = await fleet.run('instance/getAll', CHOSEN, { credentials });
		expect(told).toContain('No credential is selected for Alibaba Cloud');
		expect(told).toContain("or remove it from 'Clouds'");
		// The others are not read for a run that fails in any case.
		expect(fleet.lines()).toEqual([]);
		const node = { onError: 'continueRegularOutput' as const };
		const { items } = await fleet.run('instance/getAll', CHOSEN, { credentials, node });
		const counts = countOf(items.map(({ cloud, error }) => `${cloud}${error ? ' error' : ''}`));
		expect(counts).toEqual({ 'alibaba error': 1, huawei: 14, tencent: 13 });
	});

	test('5. clouds by an expression: each item asks its own clouds only', async () => {
		const fleet = await openFleet(SIX);
		const parameters = { clouds: '={{ $json.clouds }}', returnAll: true };
		const json = [{ clouds: ['huawei'] }, { clouds: ['tencent'] }, { clouds: ['huawei'] }];
		const { output, told } = await fleet.run('instance/getAll', parameters, {
			json,
			credentials: ['huawei', 'tencent'],
		});
		expect(told).toBe('');
		const counts = countOf(
			output.map(({ json: { cloud }, pairedItem }) => `${cloud} ${JSON.stringify(pairedItem)}`),
		);
		expect(counts).toEqual({ 'huawei {"item":0}': 8, 'tencent {"item":1}': 7 });
		expect(fleet.lines().some((line) => line.startsWith('alibaba'))).toBe(false);
	});

	test('6. twelve projects, a sub-project, and MOS: one request to IAM', async () => {
		const regions = [
			'cn-north-1',
			'cn-north-2',
			'cn-north-9',
			'cn-south-1',
			'cn-south-2',
			'af-south-1',
		];
		const accounts = withProjects(...regions, 'la-south-2', 'tr-west-1', 'cn-north-4_dev', 'MOS');
		const fleet = await openFleet({
			accounts,
			rateLimits: true,
			huawei: { instances: [{ name: 'main' }, { name: 'sub', project: 'cn-north-4_dev' }] },
		});
		const items = await fleet.items('instance/getAll', {
			clouds: ['huawei'],
			regions: 'all',
			output: 'all',
		});
		expect(items.map(({ name, project }) => [name, project])).toContainEqual([
			'sub',
			'cn-north-4_dev',
		]);
		expect(items.filter(({ kind }) => kind === 'regionNotRead')).toEqual([
			expect.objectContaining({ region: 'MOS', reason: 'skipped' }),
		]);
		const lines = countOf(fleet.lines());
		expect(Object.entries(lines).filter(([line]) => line.startsWith('iam'))).toEqual([
			[expect.stringContaining('iam'), 1],
		]);
		expect(fleet.em.requests.every(({ status }) => status === 200)).toBe(true);
	});
});
