import type { Field } from '../../../shared/contract/field';
import { extras, flag, integer, record } from '../../../shared/form/fields';
import { asJson } from '../../fields';

/** Settings of an instance, sent as texts in a JSON object, as the samples of the reference do. */
export const configuration = (options: { required?: boolean } = {}): Field =>
	asJson(
		record('Config', 'Configuration', {
			...options,
			entry: 'Configuration',
			description: 'Instance settings; settings that you leave out stay unchanged',
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
					integer('kafka.log.retention.hours', 'Retention (Hours)', {
						range: [24, 480],
						default: 72,
						asText: true,
						description: 'Messages are deleted earlier when disk usage reaches 85%',
					}),
					integer('kafka.message.max.bytes', 'Maximum Message Size (Bytes)', {
						range: [1_048_576, 10_485_760],
						default: 1_048_576,
						asText: true,
						description: 'Larger messages are rejected',
					}),
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
