import type { Field } from '../../../shared/contract/field';
import { extras, flag, integer, record } from '../../../shared/form/fields';
import { asJson } from '../../fields';
import { SETTING_LABELS } from './series';

const label = (name: string) => SETTING_LABELS[name];

/** Settings of an instance, sent as texts in a JSON object, as the samples of the reference do. */
export const configuration = (options: { required?: boolean } = {}): Field =>
	asJson(
		record('Config', 'Configuration', {
			...options,
			entry: 'Configuration',
			description: 'Settings that you leave out stay unchanged',
			fields: [
				extras([
					flag(
						'enable.acl',
						'Access Control',
						'Whether to check the permissions of SASL users (ACL); Professional Edition and serverless instances only',
						{ asText: true },
					),
					flag(
						'enable.vpc_sasl_ssl',
						'Encrypt VPC Traffic',
						"Whether clients in the VPC connect with SASL_SSL; requires 'Access Control'",
						{ asText: true },
					),
					integer('kafka.log.retention.hours', label('kafka.log.retention.hours'), {
						range: [24, 480],
						default: 72,
						asText: true,
						description: 'Messages are deleted earlier when disk usage reaches 85%',
					}),
					integer('kafka.message.max.bytes', label('kafka.message.max.bytes'), {
						range: [1_048_576, 10_485_760],
						default: 1_048_576,
						asText: true,
						description: 'Larger messages are rejected',
					}),
					integer('log.retention.hours', label('log.retention.hours'), {
						range: [24, 8760],
						default: 72,
						asText: true,
						description: 'How long messages are kept',
					}),
					integer('message.max.bytes', label('message.max.bytes'), {
						default: 1_048_576,
						asText: true,
						description: 'Larger messages are rejected',
					}),
					integer('offsets.retention.minutes', label('offsets.retention.minutes'), {
						default: 10_080,
						asText: true,
						description: 'How long committed offsets are kept',
					}),
					integer('num.partitions', label('num.partitions'), {
						default: 3,
						asText: true,
						description: 'Partitions of topics that are created without a number',
					}),
					flag(
						'auto.create.topics.enable',
						label('auto.create.topics.enable'),
						'Whether topics are created when they are first used',
						{ asText: true },
					),
				]),
			],
		}),
	);

/** What a release does with the machines below the instance. */
export const releaseImmediately = (): Field =>
	flag(
		'ForceDeleteInstance',
		'Release Resources Immediately',
		'Whether to release the physical resources immediately instead of keeping them for a while',
		{ default: true },
	);
