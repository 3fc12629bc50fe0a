import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { checkTarget } from './checks';
import { everyone, target } from './fields';

/** Deletes a quota. DMS for Kafka API Reference 5.2.9; the answer is the ID of a background task. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete user or client quota',
	description: 'Remove the rate limits of a user, a client, or all of them',
	api: 'DeleteKafkaUserClientQuotaTask',
	request: del('/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota'),
	kind: 'delete',
	fields: target(),
	options: everyone(),
	check: checkTarget,
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ ...answer, ...body, deleted: true }, item)),
	subject: () => 'user or client quota deleted',
	completion: taskDone,
};
