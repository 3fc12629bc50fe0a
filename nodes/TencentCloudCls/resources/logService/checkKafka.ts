import { TENCENT_CLS_BASE_URL } from '../../../../credentials/regions/tencent';
import { BadInput } from '../../../shared/contract/badInput';
import { Failure, NOT_FROM_API } from '../../../shared/contract/failure';
import type { Operation, Outcome } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, flag, locator, secret, text } from '../../../shared/form/fields';
import { wholeNumber } from '../../../TencentCloudKafka/api/records';
import { FINDINGS } from './statuses';

const VERSIONS = [
	'0.10.2.0',
	'1.0.0',
	'2.0.0',
	'2.2.0',
	'2.4.0',
	'2.6.0',
	'2.7.0',
	'2.8.0',
	'3.0.0',
	'3.2.0',
];

const own = { kafkaType: ['1'] };
const encrypted = { ...own, isEncryptionAddr: [true] };
const sasl = { ...encrypted, protocol: ['sasl_plaintext', 'sasl_ssl'] };

/** What to do about a Kafka that cannot be reached, by the values of the field. */
const WHEN_UNREACHABLE = { item: 'Return the Result as an Item', error: 'Fail' };

/**
 * The finding in words. A status that no document lists is no success either, and none at all no finding.
 *
 * @throws {Failure}
 */
function found(given: unknown, whenUnreachable: unknown): Outcome[] {
	const status = wholeNumber(given);
	if (status === undefined) {
		throw new Failure('broken', 'the response does not contain the result of the check', {
			readOnly: true,
			advice: NOT_FROM_API,
		});
	}
	const [finding, advice] = FINDINGS.get(status) ?? [
		`The check returned the unknown status ${status}`,
		'Check the Kafka data import in the CLS console.',
	];
	const reachable = status === 0;
	if (reachable || whenUnreachable !== 'error') {
		return singleItem({ reachable, Status: status, finding, ...(advice && { whatToDo: advice }) });
	}
	throw new Failure('refused', finding, { code: `Status ${status}`, advice });
}

/**
 * Checks whether the Log Service can import from a Kafka. CLS CheckRechargeKafkaServer; the answer is
 * HTTP 200 without an error also when it cannot, and says so by its status.
 */
export const checkKafka: Operation = {
	value: 'checkKafka',
	name: 'Check Kafka Access',
	action: 'Check kafka access of cloud log service',
	description: 'Check whether Cloud Log Service (CLS) can import from a Kafka cluster',
	api: 'CheckRechargeKafkaServer',
	request: { ...post('/'), baseURL: TENCENT_CLS_BASE_URL },
	kind: 'read',
	fields: [
		choice('KafkaType', 'Kafka', {
			required: true,
			values: { 0: 'Tencent Cloud CKafka', 1: 'Self-Managed Kafka' },
			asNumber: true,
		}),
		locator('KafkaInstance', 'CKafka Instance', {
			required: true,
			show: { kafkaType: ['0'] },
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. ckafka-8j4ro59xx',
			description: 'Instance to check',
		}),
		text('ServerAddr', 'Server Address', {
			required: true,
			show: own,
			placeholder: 'e.g. 10.0.0.1:9092',
			description: 'Host and port of each broker, comma-separated',
		}),
		flag('IsEncryptionAddr', 'Encrypted', 'Whether connections to this address are encrypted', {
			show: own,
		}),
		choice('Protocol.Protocol', 'Protocol', {
			name: 'protocol',
			required: true,
			show: encrypted,
			values: {
				plaintext: 'PLAINTEXT',
				sasl_plaintext: 'SASL_PLAINTEXT',
				sasl_ssl: 'SASL_SSL (Recommended)',
				ssl: 'SSL',
			},
			default: 'sasl_ssl',
		}),
		choice('Protocol.Mechanism', 'SASL Mechanism', {
			name: 'mechanism',
			required: true,
			show: sasl,
			values: {
				PLAIN: 'PLAIN',
				'SCRAM-SHA-256': 'SCRAM-SHA-256',
				'SCRAM-SHA-512': 'SCRAM-SHA-512',
			},
		}),
		text('Protocol.UserName', 'User Name', {
			name: 'saslUser',
			required: true,
			show: sasl,
			description: 'SASL user of the cluster',
		}),
		secret('Protocol.Password', 'Password', {
			name: 'saslPassword',
			required: true,
			show: sasl,
			description: 'Password of the SASL user',
		}),
		choice('whenUnreachable', 'When Kafka Is Unreachable', {
			sentIn: 'none',
			values: WHEN_UNREACHABLE,
		}),
	],
	options: [
		choice('UserKafkaMeta.KafkaVersion', 'Kafka Version', {
			name: 'kafkaVersion',
			open: true,
			values: Object.fromEntries(VERSIONS.map((version) => [version, version])),
			default: '2.8.0',
		}),
	],
	check: (_request, parameterOf) => {
		const choice = parameterOf('whenUnreachable');
		if (Object.hasOwn(WHEN_UNREACHABLE, String(choice))) return;
		throw new BadInput(
			'When Kafka Is Unreachable',
			"is neither 'item' nor 'error'",
			'Check the expression that returns it.',
		);
	},
	outcome: ({ Status }, _request, item) =>
		found(Status, item.nodeParameter('whenUnreachable', 'item')),
};
