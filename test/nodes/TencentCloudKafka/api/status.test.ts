/** Small pure parts: statuses, findings of the check, what a purchase brought, connection settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectionOf } from '../../../../nodes/TencentCloudKafka/resources/instance/getConnection';
import { bought } from '../../../../nodes/TencentCloudKafka/resources/instance/purchase';
import { FINDINGS } from '../../../../nodes/TencentCloudKafka/resources/logService/statuses';
import {
	instanceStatus,
	routeStatus,
	taskStatus,
} from '../../../../nodes/TencentCloudKafka/api/status';
import type { ApiRequest } from '../../../../nodes/shared/contract/vendor';

interface Documented {
	values: Array<{ value: number; kind: string }>;
}
const path = join(__dirname, '../../../emulator/api/tencent/_statuses.json');
const statuses = JSON.parse(readFileSync(path, 'utf8')) as Record<
	'instance' | 'flow' | 'route' | 'clsKafkaCheck',
	Documented
>;
const KINDS: Record<string, string> = {
	transitional: 'pending',
	failed: 'failed',
	stable: 'ready',
};

/** Stable, but nothing that someone waits for: gone, or isolated. */
const OTHERWISE: Record<string, string> = { 3: 'gone', 5: 'failed' };

describe('status', () => {
	test.each(statuses.instance.values)('instance: $value', ({ value, kind }) => {
		expect(instanceStatus(value).kind).toBe(OTHERWISE[value] ?? KINDS[kind]);
	});
	test.each(statuses.flow.values)('task: $value', ({ value, kind }) => {
		expect(taskStatus(value).kind).toBe(KINDS[kind]);
	});
	test.each(statuses.route.values)('route: $value', ({ value, kind }) => {
		expect(routeStatus(value).kind).toBe(KINDS[kind]);
	});
	test.each([6, 8, 99, '', null, undefined, 'constructor'])(
		'%j is unknown, never ready',
		(status) => {
			expect(instanceStatus(status).kind).toBe('unknown');
			expect(taskStatus(status === 6 ? 3 : status).kind).toBe('unknown');
		},
	);
});

test('every status of the check is told, with what to do unless all is well', () => {
	for (const { value } of statuses.clsKafkaCheck.values) {
		const [finding, advice] = FINDINGS.get(value) ?? [];
		expect(finding).toBeTruthy();
		expect(Boolean(advice)).toBe(value !== 0);
	}
});

describe('what a purchase brought', () => {
	const request = (InstanceNum?: number) =>
		({ body: { InstanceName: 'orders', InstanceNum } }) as unknown as ApiRequest;
	const deal = (DealName: string, ...InstanceIdList: string[]) => ({ DealName, InstanceIdList });

	test('an ID that is in no deal counts too', () => {
		expect(
			bought({ InstanceId: 'a', DealNames: ['d'], DealNameInstanceIdMapping: [] }, request()),
		).toEqual([{ json: { InstanceId: 'a', InstanceName: 'orders', DealName: 'd' } }]);
	});
	test('a deal without instances is named beside the IDs of the others', () => {
		const DealNameInstanceIdMapping = [deal('d1', 'a', 'b'), deal('d2')];
		const outcomes = bought({ InstanceId: 'a', DealNameInstanceIdMapping }, request(3));
		expect(outcomes.map(({ json }) => json.InstanceId)).toEqual(['a', 'b', null]);
		expect(outcomes.map(({ failed }) => failed)).toEqual([
			undefined,
			undefined,
			'order d2 did not create an instance',
		]);
	});
	test('fewer IDs than were asked for are no success, even without a deal to blame', () => {
		const DealNameInstanceIdMapping = [deal('d1', 'a')];
		const outcomes = bought({ InstanceId: 'a', DealNameInstanceIdMapping }, request(3));
		expect(outcomes.map(({ failed }) => failed)).toEqual([
			undefined,
			'the response names only 1 of 3 instances',
			'the response names only 1 of 3 instances',
		]);
	});
});

describe('connection settings', () => {
	const vip = { Vip: '10.0.0.1', Vport: '9092' };
	test('of Intra-VPC Plaintext Access', () => {
		const routes = [{ RouteId: 1, VipType: 3, AccessType: 0, VipList: [vip], Status: 2 }];
		expect(connectionOf('ckafka-1', routes)).toMatchObject({
			bootstrapServers: '10.0.0.1:9092',
			securityProtocol: 'PLAINTEXT',
			ssl: false,
			authentication: false,
			publicAccess: false,
		});
	});
	test('of SASL over SSL on the internet, by domain', () => {
		const routes = [
			{ RouteId: 1, VipType: 3, AccessType: 0, VipList: [vip], Status: 1 },
			{ RouteId: 2, VipType: 1, AccessType: 3, Domain: 'k.example.com', DomainPort: 50000 },
		];
		expect(connectionOf('ckafka-1', routes)).toMatchObject({
			brokers: ['k.example.com:50000'],
			securityProtocol: 'SASL_SSL',
			ssl: true,
			authentication: true,
			saslMechanisms: ['PLAIN'],
			usernamePrefix: 'ckafka-1#',
			publicAccess: true,
		});
	});
	test('of an instance without a usable route', () => {
		expect(connectionOf('ckafka-1', [])).toMatchObject({ brokers: [], accessModes: [] });
	});
});
