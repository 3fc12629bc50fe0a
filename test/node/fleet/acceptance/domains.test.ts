/** Check 4: a credential that is limited to other domains is obeyed by the node, its list, and its trigger. */
import type { IDataObject } from 'n8n-workflow';

import { chain, node } from '../../../harness';
import { VENDORS } from '../../../support/clouds';
import {
	ALL_CLOUDS,
	DAY,
	FLEET,
	FLEET_TRIGGER,
	NOW,
	openFleet,
	type FleetStage,
} from '../../../support/fleetStage';
import { HERE, nameHosts } from '../../../support/hostNames';

const SEEDS = {
	huawei: { instances: [{ name: 'h-1', createdAt: NOW - 60 * DAY }] },
	alibaba: { instances: [{ name: 'a-1', createdAt: NOW - 60 * DAY }] },
	tencent: { instances: [{ name: 't-1', createdAt: NOW - 60 * DAY }] },
};

const errorOf = async (running: Promise<unknown>): Promise<string> =>
	await running.then(
		() => '',
		(error: Error & { description?: string }) => `${error.message} ${error.description}`,
	);

/** Limits the credential of a cloud. */
function limit({ n8n }: FleetStage, cloud: (typeof ALL_CLOUDS)[number], data: object): void {
	const { credential } = VENDORS[cloud];
	n8n.credentials[credential] = { ...(n8n.credentials[credential] as object), ...data } as never;
}

describe('fleet/acceptance', () => {
	test.each(ALL_CLOUDS)('4. %s: other domains are obeyed everywhere', async (cloud) => {
		const fleet = await openFleet(SEEDS);
		limit(fleet, cloud, { allowedHttpRequestDomains: 'domains', allowedDomains: 'x.example.com' });
		const { credential } = VENDORS[cloud];
		const said = 'The credential does not allow requests to 127.0.0.1';
		const { told } = await fleet.run('instance/getAll', { clouds: [cloud] });
		expect(told).toContain(said);
		expect(told).toContain("Add 127.0.0.1 to 'Allowed Domains'");
		const parameters = { resource: 'instance', operation: 'get', clouds: [cloud] };
		const looking = fleet.n8n.loadOptions('listSearch', 'searchInstances', {
			type: FLEET,
			parameters,
			credentials: [credential],
		});
		expect(await errorOf(looking)).toContain(said);
		const trigger = node(
			'T',
			FLEET_TRIGGER,
			{ clouds: [cloud], events: ['instanceAppeared'] },
			{ credentials: [credential] },
		);
		const polling = fleet.n8n.poll(fleet.n8n.makeWorkflow(chain(trigger)), 'T');
		expect(await errorOf(polling)).toContain(said);
		expect(fleet.em.requests).toEqual([]);
	});

	test('4. an empty list of domains allows none', async () => {
		const fleet = await openFleet(SEEDS);
		limit(fleet, 'huawei', { allowedHttpRequestDomains: 'domains', allowedDomains: '' });
		const { told } = await fleet.run('instance/getAll', { clouds: ['huawei'] });
		expect(told).toContain('No allowed domains specified');
		expect(fleet.em.requests).toEqual([]);
	});

	test('4. with Continue, the other clouds are complete', async () => {
		const fleet = await openFleet(SEEDS);
		const restriction = { allowedHttpRequestDomains: 'domains', allowedDomains: 'x.example.com' };
		limit(fleet, 'alibaba', restriction);
		const settings = { onError: 'continueRegularOutput' as const };
		const { items } = await fleet.run('instance/getAll', {}, { node: settings });
		expect(items.flatMap(({ name }) => name ?? [])).toEqual(['h-1', 't-1']);
	});

	test.each([
		[
			'the domain is in the list',
			{ allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' },
		],
		['the HTTP Request node may not use it', { allowedHttpRequestDomains: 'none' }],
	])('4. where %s, everything is read', async (_, restriction) => {
		const fleet = await openFleet(SEEDS);
		for (const cloud of ALL_CLOUDS) limit(fleet, cloud, restriction);
		expect(await fleet.items('instance/getAll')).toHaveLength(3);
	});

	test('4. a monitoring host that is not allowed leaves activity unknown, and is named', async () => {
		nameHosts();
		const fleet = await openFleet(SEEDS);
		const { port } = new URL(fleet.em.tencent.url);
		limit(fleet, 'tencent', {
			endpoint: `http://{service}.${HERE}:${port}`,
			allowedHttpRequestDomains: 'domains',
			allowedDomains: `ckafka.${HERE}`,
		});
		const [item, summary] = await fleet.items('instance/getAll', {
			clouds: ['tencent'],
			withActivity: true,
			summary: true,
		});
		expect(item.activity).toMatchObject({ verdict: 'unknown', reason: 'noPermission' });
		expect(JSON.stringify(summary as IDataObject)).toContain(`monitor.${HERE}`);
		expect(fleet.lines()).toEqual(['tencent DescribeInstancesDetail']);
	});
});
