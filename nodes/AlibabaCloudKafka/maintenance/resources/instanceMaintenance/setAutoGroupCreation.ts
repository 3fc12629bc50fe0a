import { BadInput } from '../../../../shared/contract/badInput';
import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { flag } from '../../../../shared/form/fields';
import { knownInstance, operation } from '../../../api/requests';
import { nameOf, seriesOf } from '../../../api/series';
import { instanceShows } from '../../../completions/instanceChange';
import { instance } from '../../../fields';
import { simple } from '../../../resources/instance/simple';

/**
 * Lets consumers create groups by using them. EnableAutoGroupCreation of the official SDK 2.14.0; the list
 * shows the old value for some seconds (terraform-provider-alicloud #10081).
 */
export const setAutoGroupCreation: Operation = {
	value: 'setAutoGroupCreation',
	name: 'Set Automatic Group Creation',
	action: 'Set automatic consumer group creation of instance',
	description:
		'Set whether consumer groups that consumers use are created automatically; reserved instances only',
	...operation('change', 'EnableAutoGroupCreation'),
	warning:
		'When it is turned off, consumer groups that exist only because of it can no longer consume.',
	fields: [
		instance(),
		flag(
			'Enable',
			'Create Automatically',
			'Whether consumers can use groups that do not exist yet',
			{
				name: 'createAutomatically',
				required: true,
				default: true,
			},
		),
	],
	before: async (item, { body = {} }) => {
		const series = seriesOf(await knownInstance(item, body.InstanceId));
		if (series === undefined || series === 'reserved') return;
		throw new BadInput(
			'Instance',
			`is a ${nameOf(series)} instance`,
			'Automatic group creation can be set only for reserved instances; serverless instances always have it.',
		);
	},
	outcome: (_answer, { body = {} }) =>
		singleItem({
			InstanceId: body.InstanceId,
			updated: true,
			AutoCreateGroupEnable: body.Enable,
		}),
	subject: ({ InstanceId: id }) => `automatic group creation of instance ${String(id)} set`,
	simple,
	completion: instanceShows('AutoCreateGroupEnable'),
};
