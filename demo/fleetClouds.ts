import type { Emulator } from '../emulator';

const DAY = 86_400_000;

/** The regions of the story, as the nodes have them chosen. */
export const REGIONS = {
	huaweiRegions: ['cn-north-4', 'ap-southeast-1'],
	alibabaRegions: ['cn-hangzhou', 'cn-beijing'],
	tencentRegions: ['ap-guangzhou'],
};

/** The region that its cloud does not let anybody read. */
export const UNREADABLE = 'cn-beijing';

/**
 * Fills three clouds: one instance is idle, one is past the date in its tag, one is past it but protected, and
 * two are in use, of which one is in a region that cannot be read.
 */
export function fillFleet({ huawei, alibaba, tencent, faults, clock }: Emulator): void {
	const now = clock.now();
	const createdAt = now - 60 * DAY;
	const passed = new Date(now - 3 * DAY).toISOString().slice(0, 10);
	huawei.state.seed({
		name: 'orders-dev',
		createdAt,
		storageSpace: 300,
		tags: [
			{ key: 'env', value: 'dev' },
			{ key: 'owner', value: 'mika' },
		],
	});
	huawei.state.seed({ name: 'payments', region: 'ap-southeast-1', createdAt, storageSpace: 600 });
	for (const [name, value] of [
		['orders-dev', 0],
		['payments', 5_000],
	] as const) {
		const { id } = huawei.state.named(name) as { id: string };
		for (const metric of ['instance_bytes_in_rate', 'instance_bytes_out_rate']) {
			const stretch = { from: now - 40 * DAY, to: now + 2 * DAY, value };
			huawei.state.metrics.report(id, metric, stretch);
		}
	}
	alibaba.state.seed({
		name: 'trial-search',
		createdAt,
		diskSize: 500,
		metrics: { instance_message_input: 0, instance_message_output: 900 },
		tags: [
			{ Key: 'env', Value: 'dev' },
			{ Key: 'owner', Value: 'robin' },
			{ Key: 'expires-on', Value: passed },
		],
	});
	alibaba.state.seed({ name: 'stock', region: UNREADABLE, createdAt });
	tencent.state.seed({
		name: 'clicks-dev',
		createdAt,
		diskSize: 200,
		deleteProtection: 1,
		tags: [
			{ TagKey: 'env', TagValue: 'dev' },
			{ TagKey: 'expires-on', TagValue: passed },
		],
	} as never);
	faults.add({
		vendor: 'alibaba',
		operation: 'GetInstanceList',
		region: UNREADABLE,
		times: 'always',
		effect: {
			kind: 'answer',
			status: 403,
			body: {
				Code: 'Forbidden.RAM',
				Message: 'User not authorized to operate on the specified resource.',
				RequestId: '5B1A9C0E-7D3F-4C58-9E46-0A2B3C4D5E6F',
			},
		},
	});
}
