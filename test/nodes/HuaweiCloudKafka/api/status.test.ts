/** Small pure parts: statuses, hints, sizes, connection settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectionOf } from '../../../../nodes/HuaweiCloudKafka/resources/instance/getConnection';
import { checkSizes } from '../../../../nodes/HuaweiCloudKafka/resources/instance/sizes';
import { signatureHint } from '../../../../nodes/HuaweiCloudKafka/api/signatureHint';
import { instanceStatusKind, taskStatusKind } from '../../../../nodes/HuaweiCloudKafka/api/status';

interface Documented {
	instance: Array<{ status: string; kind: string }>;
	task: Array<{ status: string; kind: string }>;
	not_in_document: { instance: { values: string[] }; task: { values: string[] } };
}
const statuses = JSON.parse(
	readFileSync(join(__dirname, '../../../emulator/api/huawei/_statuses.json'), 'utf8'),
) as Documented;
const KINDS: Record<string, string> = {
	transitional: 'pending',
	failed: 'failed',
	stable: 'ready',
};

describe('status', () => {
	test.each(statuses.instance)('instance: $status is $kind', ({ status, kind }) => {
		expect(instanceStatusKind(status)).toBe(KINDS[kind]);
		expect(instanceStatusKind(status.toLowerCase())).toBe(KINDS[kind]);
	});
	test.each(statuses.task)('task: $status is $kind', ({ status, kind }) => {
		expect(taskStatusKind(status)).toBe(KINDS[kind]);
	});
	test('the ones of the SDK are known', () => {
		for (const status of statuses.not_in_document.instance.values) {
			expect(instanceStatusKind(status)).not.toBe('unknown');
		}
		for (const status of statuses.not_in_document.task.values) {
			expect(taskStatusKind(status)).not.toBe('unknown');
		}
	});
	test.each(['NEW_ONE', '', undefined, null, 7, 'constructor'])(
		'%j is unknown, never ready',
		(status) => {
			expect(instanceStatusKind(status)).toBe('unknown');
			expect(taskStatusKind(status)).toBe('unknown');
		},
	);
});

describe('signature hint', () => {
	const now = new Date('2026-11-22T10:00:00Z');
	const echo = (date: string) =>
		`verify aksk signature fail, canonicalRequest:GET|/|host:dms.example.com|x-sdk-date:${date}||x`;
	test.each([
		[
			'Incorrect IAM authentication information: token expires',
			/'User Name', 'Password', 'Account Name'/,
		],
		['decrypt token fail', /token was not accepted/],
		['Access key not exist', /'Access Key ID' does not exist/],
		[
			echo('20261122T100000Z'),
			/^Check the credential's 'Access Key ID' and 'Secret Access Key'; for temporary keys/,
		],
		[echo('20261122T093000Z'), /request timestamp is off by 30 minutes; synchronize the clock/],
		[echo('20261122T103000Z'), /request timestamp is off by 30 minutes/],
		['', /'Secret Access Key'/],
		[
			'verify aksk signature fail, canonicalRequest:GET|/v2/||host:other.example.com|x-sdk-date:20261122T100000Z||host;x-sdk-date|e3b0',
			/a request for other\.example\.com instead of dms\.example\.com; a proxy may have changed it/,
		],
		[
			'verify aksk signature fail, canonicalRequest:GET|/v2/||host:dms.example.com|x-sdk-date:20261122T100000Z||host;x-sdk-date|e3b0',
			/Secret Access Key'; for temporary keys/,
		],
	])('%s', (message, hint) => expect(signatureHint(message, 'dms.example.com', now)).toMatch(hint));
});

describe('sizes', () => {
	const check = (product_id: string, broker_num: number, storage_space: number) => () =>
		checkSizes({ product_id, broker_num, storage_space });
	test('up to the limit of the flavor', () => {
		expect(check('c6.2u4g.cluster', 30, 300_000)).not.toThrow();
		expect(check('kafka.4u8g.cluster', 30, 600_000)).not.toThrow();
		expect(check('c6.8u16g.cluster', 50, 1_500_000)).not.toThrow();
		expect(check('something-new', 50, 1_500_000)).not.toThrow();
	});
	test('and not above', () => {
		expect(check('c6.2u4g.cluster', 31, 300)).toThrow("'Brokers' is 31");
		expect(check('c6.2u4g.cluster', 3, 300_001)).toThrow("'Storage (GB)' is 300001");
		expect(check('c6.4u8g.cluster', 3, 600_001)).toThrow("'Storage (GB)' is 600001");
	});
});

describe('connection settings', () => {
	const base = {
		instance_id: 'i',
		name: 'n',
		status: 'RUNNING',
		engine_version: '2.7',
		connect_address: '10.0.0.1, 10.0.0.2',
		port: 9092,
	};
	test('plaintext, from addresses and port', () => {
		expect(connectionOf(base)).toMatchObject({
			brokers: ['10.0.0.1:9092', '10.0.0.2:9092'],
			bootstrapServers: '10.0.0.1:9092,10.0.0.2:9092',
			securityProtocol: 'PLAINTEXT',
			ssl: false,
			authentication: false,
			publicAccess: false,
			kafkaVersion: '2.7',
		});
		expect(connectionOf(base)).not.toHaveProperty('username');
	});
	test('the open access modes come first', () => {
		const port_protocols = {
			private_sasl_ssl_enable: true,
			private_sasl_ssl_address: '10.0.0.1:9093',
			public_sasl_ssl_enable: true,
			public_sasl_ssl_address: '203.0.113.1:9095',
			public_plain_enable: false,
		};
		const record = {
			...base,
			ssl_enable: true,
			access_user: 'admin',
			sasl_enabled_mechanisms: ['PLAIN'],
			port_protocols,
		};
		const settings = connectionOf(record);
		expect(settings).toMatchObject({
			brokers: ['10.0.0.1:9093'],
			securityProtocol: 'SASL_SSL',
			ssl: true,
			authentication: true,
			saslMechanisms: ['PLAIN'],
			username: 'admin',
		});
		expect((settings.accessModes as unknown[]).length).toBe(2);
	});
	test('SASL without SSL', () => {
		expect(
			connectionOf({ ...base, ssl_enable: true, kafka_security_protocol: 'SASL_PLAINTEXT' }),
		).toMatchObject({
			securityProtocol: 'SASL_PLAINTEXT',
			ssl: false,
			authentication: true,
		});
	});
	test('an instance without addresses yet', () => {
		expect(connectionOf({ instance_id: 'i' })).toMatchObject({ brokers: [], bootstrapServers: '' });
	});
});
