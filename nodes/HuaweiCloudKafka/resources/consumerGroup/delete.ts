import type { Operation } from '../../../shared/contract/operation';
import { del, singleItem } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { groupGone } from './existing';
import { groupInPath } from './fields';

/** Deletes one group. DMS for Kafka API Reference 5.5.8; 200 without a body. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	api: 'DeleteInstanceConsumerGroup',
	request: del('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}'),
	kind: 'delete',
	fields: [instance(), groupInPath()],
	outcome: (_body, _request, item) =>
		singleItem({ deleted: true, group_id: item.nodeParameter('group') }),
	subject: ({ group_id: name }) => `consumer group ${String(name)} deleted`,
	completion: groupGone,
};
