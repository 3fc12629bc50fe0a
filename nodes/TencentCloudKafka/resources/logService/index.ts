import { TENCENT_CLS_BASE_URL } from '../../../../credentials/regions/tencent';
import { BadInput } from '../../../shared/badInput';
import { Failure } from '../../../shared/failure';
import { choice, flag, locator, secret, text } from '../../../shared/fields';
import type { Operation, Outcome, Resource } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
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
const WHEN_UNREACHABLE = { item: 'Give an Item That Says So', error: 'Fail' };

/** The finding in words. A status that no document lists is no success either. */
function found(status: number, whenUnreachable: unknown): Outcome[] {
	const [finding, mend] = FINDINGS.get(status) ?? [
		`The check answered with the unknown status ${status}`,
		'Look at the import of data from Kafka in the Log Service console.',
	];
	const reachable = status === 0;
	if (reachable || whenUnreachable !== 'error') {
		return one({ reachable, Status: status, finding, ...(mend && { whatToDo: mend }) });
	}
	throw new Failure('refused', finding, { code: `Status ${status}`, mend });
}

/**
 * Checks whether the Log Service can import from a Kafka. CLS CheckRechargeKafkaServer; the answer is
 * HTTP 200 without an error also when it cannot, and says so by its status.
 */
const checkKafka: Operation = {
	value: 'checkKafka',
	name: 'Check Kafka Access',
	action: 'Check kafka access of log service',
	description: 'Check whether the Log Service (CLS) can import from a Kafka cluster',
	api: 'CheckRechargeKafkaServer',
	request: { ...post('/'), baseURL: TENCENT_CLS_BASE_URL },
	effect: 'read',
	fields: [
		choice('KafkaType', 'Kafka', {
			required: true,
			values: { 0: 'Tencent Cloud CKafka', 1: 'Own Kafka' },
			asNumber: true,
		}),
		locator('KafkaInstance', 'CKafka Instance', {
			required: true,
			show: { kafkaType: ['0'] },
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. ckafka-8j4ro59xx',
			description: 'The instance to check',
		}),
		text('ServerAddr', 'Server Address', {
			required: true,
			show: own,
			placeholder: 'e.g. 10.0.0.1:9092',
			description: 'Host and port of the brokers, with commas between several',
		}),
		flag('IsEncryptionAddr', 'Encrypted', 'Whether the connection to this address is encrypted', {
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
		choice('whenUnreachable', 'When Kafka Cannot Be Reached', {
			place: 'none',
			values: WHEN_UNREACHABLE,
		}),
	],
	options: [
		choice('UserKafkaMeta.KafkaVersion', 'Kafka Version', {
			name: 'kafkaVersion',
			values: Object.fromEntries(VERSIONS.map((version) => [version, version])),
			default: '2.8.0',
		}),
	],
	check: (_request, parameterOf) => {
		const choice = parameterOf('whenUnreachable');
		if (Object.hasOwn(WHEN_UNREACHABLE, String(choice))) return;
		throw new BadInput(
			'When Kafka Cannot Be Reached',
			"is neither 'item' nor 'error'",
			'Check the expression that gives it.',
		);
	},
	outcome: ({ Status }, _request, item) =>
		found(Number(Status), item.parameter('whenUnreachable', 'item')),
};

export const logService: Resource = {
	value: 'logService',
	name: 'Log Service',
	operations: [checkKafka],
};
