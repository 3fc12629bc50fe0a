/** What the fleet asks of services beside Kafka, beside the official SDK's requests with the same parameters. */
import type { RecordedRequest } from '../../../emulator';
import type { VendorRecord } from '../../../nodes/shared/fleet/record';
import type { Connection } from '../../../nodes/shared/request/connection';
import { fleet } from '../../../nodes/TencentCloudKafka/fleet';
import { companionClient } from '../../support/sdks/tencentCompanions';
import { DAY, NOW, openAccount, scopeIn, type Account } from '../../support/tencentFleet';

const REGION = 'eu-frankfurt';

/** A request that does what the SDK's method of its name does. */
interface Case {
	service: 'monitor' | 'sts' | 'tag';
	run(account: Account, at: Connection, records: VendorRecord[]): Promise<unknown>;
}

const CASES: Record<string, Case> = {
	GetMonitorData: {
		service: 'monitor',
		run: async ({ em }, at, instances) => {
			const { state } = em.tencent;
			for (const { id } of instances) {
				for (const metric of ['InstanceProCount', 'InstanceConCount']) {
					state.monitor.fill(metric, id, NOW - 3 * DAY, NOW, 1.5);
				}
			}
			const ask = { instances, from: NOW - 3 * DAY, to: NOW, period: 86_400, floor: 0 };
			return await fleet.metrics(at, ask);
		},
	},
	DescribeBaseMetrics: {
		service: 'monitor',
		run: async (_, at, instances) => {
			const ask = { instances, from: NOW - 3 * DAY, to: NOW, period: 3600, floor: 0 };
			return await fleet.metrics(at, ask);
		},
	},
	ModifyResourceTags: {
		service: 'tag',
		run: async (_, at, [one]) =>
			await fleet.setTags(at, one, { 'fleet-delete-after': '2030-02-01' }, ['old']),
	},
	DescribeResourceTagsByResourceIds: {
		service: 'tag',
		run: async (_, at, [one]) => await fleet.newestTags(at, one),
	},
	GetCallerIdentity: {
		service: 'sts',
		run: async ({ open }) => await fleet.account(async () => await open(REGION)),
	},
};

/** What says which operation is meant, and with which parameters. */
const meant = ({ method, url, headers, body }: RecordedRequest) => ({
	method,
	url,
	action: headers['x-tc-action'],
	version: headers['x-tc-version'],
	region: headers['x-tc-region'],
	contentType: headers['content-type'],
	scope: /\/(\w+)\/tc3_request/.exec(headers.authorization)?.[1],
	body: JSON.parse(body) as unknown,
});

test.each(Object.keys(CASES))('%s', async (operation) => {
	const { service, run } = CASES[operation];
	const account = await openAccount({
		instances: [
			{ name: 'a', region: REGION, tags: [{ TagKey: 'old', TagValue: 'x' }] },
			{ name: 'b', region: REGION },
		],
	});
	const at = await account.open(REGION);
	const { records } = await fleet.list(at, scopeIn(REGION), { raw: false, now: NOW });
	await run(account, at, records);
	const lastOf = () =>
		account.em.requests.filter((request) => request.operation === operation).at(-1);
	const ours = lastOf();
	if (!ours) throw new Error(`The fleet does not send ${operation}`);

	// By the time of the emulated cloud, which refuses signatures of another one.
	jest.useFakeTimers({
		now: account.clock.now(),
		doNotFake: ['setTimeout', 'setImmediate', 'nextTick'],
	});
	const sdk = companionClient(account.em, service, REGION);
	const answer = (await sdk[operation](JSON.parse(ours.body))) as object;
	jest.useRealTimers();

	const theirs = lastOf();
	expect(theirs).not.toBe(ours);
	expect(answer).toMatchObject({ RequestId: expect.any(String) });
	expect(meant(ours)).toEqual(meant(theirs as RecordedRequest));
	expect(meant(ours).scope).toBe(service);
});
