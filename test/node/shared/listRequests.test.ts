/** What a list of other services costs: requests by the number of entries, as the pages of the clouds say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeListSearchResult } from 'n8n-workflow';

import { openVendor, type Cloud, type VendorName } from '../../support/stage';

const ids = (count: number) => Array.from({ length: count }, (_, index) => index);

/** So many VPCs in the region of the credential. */
const FILL: Record<VendorName, (cloud: Cloud, count: number) => void> = {
	huawei({ em }, count) {
		const { state } = em.huawei;
		const around = state.surroundings(state.accounts.projects[0]);
		const [first] = around.vpcs;
		const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
		around.vpcs.splice(
			0,
			Infinity,
			...ids(count).map((n) => ({ ...first, id: uuid(n), name: `v${n}` })),
		);
	},
	alibaba({ em }, count) {
		const network = em.alibaba.state.networks.of('cn-hangzhou');
		const [first] = network.vpcs;
		network.vpcs.splice(
			0,
			Infinity,
			...ids(count).map((n) => ({ ...first, id: `vpc-${n}`, name: `v${n}` })),
		);
	},
	tencent({ em }, count) {
		const network = em.tencent.state.networks.of('ap-guangzhou');
		const [first] = network.vpcs;
		network.vpcs.splice(
			0,
			Infinity,
			...ids(count).map((n) => ({ ...first, id: `vpc-${n}`, name: `v${n}` })),
		);
	},
};

/** Requests for 1, 100, and 1,000 VPCs, and for more than a list shows. */
const REQUESTS: Record<VendorName, Record<number, number>> = {
	huawei: { 1: 1, 100: 1, 1_000: 1, 6_000: 5 },
	alibaba: { 1: 1, 100: 2, 1_000: 20, 6_000: 100 },
	tencent: { 1: 1, 100: 1, 1_000: 11, 6_000: 51 },
};

const VENDORS = Object.keys(REQUESTS) as VendorName[];
const LARGEST = 5_000;

describe.each(VENDORS)('the list of VPCs of %s', (vendor) => {
	test.each(Object.entries(REQUESTS[vendor]))(
		'of %i VPCs takes %i requests, and none for what is typed or scrolled in the next minute',
		async (given, requests) => {
			const count = Number(given);
			const cloud = await openVendor(vendor);
			FILL[vendor](cloud, count);
			const before = cloud.clock.monotonic();
			const search = async (...args: unknown[]) =>
				await cloud.lookUp<INodeListSearchResult>('listSearch', 'searchVpcs', {}, ...args);
			const { results, paginationToken } = await search();
			expect(cloud.lines()).toHaveLength(requests);
			expect(results).toHaveLength(Math.min(count, 100));
			expect(paginationToken).toBe(count > 100 ? '100' : undefined);
			expect((await search('v0,')).results).toHaveLength(1);
			await search('', '100');
			expect(cloud.lines()).toHaveLength(requests);
			// The rate limits of the services, at which the node keeps to itself.
			expect(cloud.clock.monotonic() - before).toBeLessThan(20_000);
		},
	);

	test('costs what its page says', () => {
		const file = join(__dirname, `../../../docs/${vendor}.md`);
		const page = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
		const [, ...counts] =
			/A list of 100 VPCs takes (\d+) requests?, and one of 1,000 takes (\d+)/.exec(page) ?? [];
		expect(counts.map(Number)).toEqual([REQUESTS[vendor][100], REQUESTS[vendor][1_000]]);
		expect(page).toContain(`at most ${LARGEST.toLocaleString('en-US')}`);
	});
});
