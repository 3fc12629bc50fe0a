import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters, settingsIn } from '../../api/records';
import { knownInstance, operation } from '../../api/requests';
import { configurationUpdated } from '../../completions/instanceChange';
import { instance } from '../../fields';
import { seriesOf } from '../../api/series';
import { settingsFor } from './series';
import { configuration } from './fields';
import { simple } from './simple';

/** Changes settings. AliKafka API Reference, UpdateInstanceConfig. */
export const updateConfiguration: Operation = {
	value: 'updateConfiguration',
	name: 'Update Configuration',
	action: 'Update configuration of instance',
	description: 'Change the retention, message size, access control, and encryption of an instance',
	...operation('change', 'UpdateInstanceConfig'),
	warning:
		"A shorter retention deletes older messages. Turning 'Access Control' on takes all permissions from the default SASL user: its clients lose access.",
	fields: [instance(), configuration({ required: true })],
	check: ({ body = {} }) => {
		const settings = settingsIn(body.Config);
		if (settings['enable.vpc_sasl_ssl'] !== 'true' || settings['enable.acl'] !== 'false') return;
		throw new BadInput(
			'Encrypt VPC Traffic',
			'requires access control',
			"Turn 'Access Control' on as well, or turn both off.",
		);
	},
	// A setting by the name of another series would be accepted and not applied.
	before: async (item, { body = {} }) => {
		const record = await knownInstance(item, body.InstanceId);
		body.Config = settingsFor(seriesOf(record), body.Config) as string;
	},
	outcome: (_answer, request) =>
		singleItem({
			...requestParameters(request),
			updated: true,
			configuration: settingsIn(request.body?.Config),
		}),
	subject: ({ InstanceId: id }) => `configuration of instance ${String(id)} updated`,
	simple,
	completion: configurationUpdated,
};
