import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { extras, flag, integer, record } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { instanceChanged } from '../../completions/instance';
import { asJson, instance } from '../../fields';
import { writes } from '../../api/requests';
import { simple } from './simple';

/** Settings of an instance, sent as texts in a JSON object, as the samples of the reference do. */
export const instanceConfig = (
	parameter: string,
	options: { name?: string; required?: boolean } = {},
): Field =>
	asJson(
		record(parameter, 'Configuration', {
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

/** Changes settings. AliKafka API Reference, UpdateInstanceConfig. */
export const updateConfiguration: Operation = {
	value: 'updateConfiguration',
	name: 'Update Configuration',
	action: 'Update configuration of instance',
	description: 'Change the retention, message size, access control, and encryption of an instance',
	...writes('UpdateInstanceConfig'),
	fields: [instance(), instanceConfig('Config', { required: true })],
	check: ({ body = {} }) => {
		const config = JSON.parse(String(body.Config)) as IDataObject;
		if (config['enable.vpc_sasl_ssl'] !== 'true' || config['enable.acl'] !== 'false') return;
		throw new BadInput(
			'Encrypt VPC Traffic',
			'requires access control',
			"Turn 'Access Control' on as well, or turn both off.",
		);
	},
	outcome: (_answer, { body = {} }) =>
		one({
			InstanceId: body.InstanceId,
			updated: true,
			configuration: JSON.parse(String(body.Config)) as IDataObject,
		}),
	subject: ({ InstanceId: id }) => `configuration of instance ${String(id)} updated`,
	simple,
	completion: {
		...instanceChanged,
		reached: (sights, { InstanceId, configuration }) =>
			instanceChanged.reached(sights, { InstanceId, Config: JSON.stringify(configuration) }),
	},
};
