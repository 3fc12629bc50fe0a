import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { byteRates } from '../../../fields';
import { checkQuota } from './checks';
import { everyone, target } from './fields';

/** Creates a quota. DMS for Kafka API Reference 5.2.11; the answer is the ID of a background task. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user or client quota',
	description: 'Limit the producer and consumer rates of a user, a client, or all of them',
	api: 'CreateKafkaUserClientQuotaTask',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota'),
	kind: 'create',
	fields: target(),
	options: [...everyone(), ...byteRates()],
	check: checkQuota,
	outcome: (answer, { body }, item) => singleItem(withInstance({ ...answer, ...body }, item)),
	subject: () => 'user or client quota',
	completion: taskDone,
};
