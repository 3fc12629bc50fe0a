import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, put } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { byteRates } from '../../../fields';
import { checkQuota } from './checks';
import { everyone, target } from './fields';

/** Changes a quota. DMS for Kafka API Reference 5.2.12; the answer is the ID of a background task. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update user or client quota',
	description: 'Change the producer and consumer rate limits of a user, a client, or all of them',
	api: 'UpdateKafkaUserClientQuotaTask',
	request: put('/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota'),
	kind: 'change',
	fields: target(),
	options: [...everyone(), ...byteRates()],
	check: checkQuota,
	outcome: (answer, { body }, item) => singleItem(withInstance({ ...answer, ...body }, item)),
	subject: () => 'user or client quota changed',
	completion: taskDone,
};
