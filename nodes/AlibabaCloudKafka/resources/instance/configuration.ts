import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/badInput';
import type { Field } from '../../../shared/field';
import { extras, flag, integer, record } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { one } from '../../../shared/operation';
import { instanceChanged } from '../../completions';
import { asJson, instance } from '../../fields';
import { writes } from '../../requests';
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
			description: 'Settings of the instance; those that are left out stay as they are',
			fields: [
				extras([
					flag(
						'enable.acl',
						'Access Control',
						'Whether permissions of SASL users are checked; professional and serverless only',
						{ asText: true },
					),
					flag(
						'enable.vpc_sasl_ssl',
						'Encrypt in the VPC',
						'Whether clients in the VPC connect with SASL_SSL; needs access control',
						{ asText: true },
					),
					integer('kafka.log.retention.hours', 'Retention (Hours)', {
						range: [24, 480],
						default: 72,
						asText: true,
						description: 'Messages go earlier when the disk is 85 percent full',
					}),
					integer('kafka.message.max.bytes', 'Largest Message (Bytes)', {
						range: [1_048_576, 10_485_760],
						default: 1_048_576,
						asText: true,
						description: 'Larger messages are refused',
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
	description: 'Change retention, message size, access control and encryption of an instance',
	...writes('UpdateInstanceConfig'),
	fields: [instance(), instanceConfig('Config', { required: true })],
	check: ({ body = {} }) => {
		const config = JSON.parse(String(body.Config)) as IDataObject;
		if (config['enable.vpc_sasl_ssl'] !== 'true' || config['enable.acl'] !== 'false') return;
		throw new BadInput(
			'Encrypt in the VPC',
			'needs access control',
			"Switch 'Access Control' on too, or both off.",
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
