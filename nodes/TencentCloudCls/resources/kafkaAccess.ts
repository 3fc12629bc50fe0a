import type { Field } from '../../shared/contract/field';
import { choice, flag, joined, secret, text } from '../../shared/form/fields';
import { kafkaInstance } from './fields';

/** How the Log Service reaches a Kafka: a CKafka instance, or brokers at an address. */

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

const managed = { kafkaType: ['0'] };
const own = { kafkaType: ['1'] };
const encrypted = { ...own, isEncryptionAddr: [true] };
const sasl = { ...encrypted, protocol: ['sasl_plaintext', 'sasl_ssl'] };

const kafkaType = (required: boolean): Field =>
	choice('KafkaType', 'Kafka', {
		required,
		values: { 0: 'Tencent Cloud CKafka', 1: 'Self-Managed Kafka' },
		asNumber: true,
	});

/** Where the brokers of a self-managed Kafka are, and how to sign in there. */
const brokers = (): Field[] => [
	joined('ServerAddr', 'Server Address', {
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
	text('Protocol.UserName', 'SASL User Name', {
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
];

/**
 * Fields for a Kafka, which are needed.
 *
 * @param use What the instance is for, for the description: "Instance to check"
 */
export const kafkaFields = (use: string): Field[] => [
	kafkaType(true),
	kafkaInstance('KafkaInstance', { required: true, show: managed, description: use }),
	...brokers(),
];

/** The same as one form among the options, for a change that may leave it out. */
export const kafkaForm = (): Field[] => [
	kafkaType(false),
	kafkaInstance('KafkaInstance', {
		required: true,
		show: managed,
		description: 'Instance to import from',
	}),
	...brokers(),
];

/** Version of the Kafka. */
export const kafkaVersion = (): Field =>
	choice('UserKafkaMeta.KafkaVersion', 'Kafka Version', {
		name: 'kafkaVersion',
		open: true,
		values: Object.fromEntries(VERSIONS.map((version) => [version, version])),
		default: '2.8.0',
	});
