import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { choice, integer } from '../../../../shared/form/fields';
import { operation } from '../../../api/requests';
import { instanceShows } from '../../../completions/instanceChange';
import { instance } from '../../../fields';
import { simple } from '../../../resources/instance/simple';

/** What the list of instances shows when it is done. */
const shownFor = ({ Operate, PartitionNum }: IDataObject): IDataObject =>
	Operate === 'updatePartition'
		? { DefaultPartitionNum: PartitionNum }
		: { AutoCreateTopicEnable: Operate === 'enable' };

/**
 * Lets clients create topics by using them. EnableAutoTopicCreation of the official SDK 2.14.0. The number of
 * partitions is set by a request of its own, which takes both `updatePartition` and `UpdatePartition`.
 */
export const setAutoTopicCreation: Operation = {
	value: 'setAutoTopicCreation',
	name: 'Set Automatic Topic Creation',
	action: 'Set automatic topic creation of instance',
	description:
		'Set whether topics that clients use are created automatically, or how many partitions such topics have',
	...operation('change', 'EnableAutoTopicCreation'),
	fields: [
		instance(),
		choice('Operate', 'Automatic Topic Creation', {
			name: 'automaticCreation',
			required: true,
			values: {
				enable: 'On',
				disable: 'Off',
				updatePartition: 'Change Default Partitions',
			},
			hint: 'When on, a misspelled topic name creates a topic; meant for migrations and tests',
		}),
		integer('PartitionNum', 'Default Partitions', {
			required: true,
			range: [1, 360],
			default: 12,
			show: { automaticCreation: ['updatePartition'] },
			description: 'Number of partitions of topics that are created automatically',
		}),
	],
	check: ({ body = {} }) => {
		body.UpdatePartition = body.Operate === 'updatePartition';
	},
	outcome: (_answer, { body = {} }) =>
		singleItem({
			InstanceId: body.InstanceId,
			updated: true,
			...shownFor(body),
		}),
	subject: ({ InstanceId: id }) => `automatic topic creation of instance ${String(id)} set`,
	simple,
	completion: instanceShows('AutoCreateTopicEnable', 'DefaultPartitionNum'),
};
