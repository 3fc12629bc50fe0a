import type { Field } from '../../../shared/contract/field';
import { BadInput } from '../../../shared/contract/badInput';
import { flag, locator, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { del, get, one, post, put } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { taskDone } from '../../completions/instance';
import { byteRates, checkByteRates, instance } from '../../fields';
import { userQuotaPages } from '../../api/requests';

const path = '/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota';

/** Whom a quota is for: a user, a client, both, or all of them. */
const target: Field[] = [
	instance(),
	locator('user', 'User', {
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user that the quota applies to; leave empty for a client-only quota',
	}),
	text('client', 'Client ID', {
		placeholder: 'e.g. orders-producer',
		description: 'Client ID that the quota applies to; leave empty for a user-only quota',
	}),
];

const all: Field[] = [
	flag(
		'user-default',
		'All Users',
		'Whether the quota applies to all users without a quota of their own',
		{ default: true },
	),
	flag(
		'client-default',
		'All Clients',
		'Whether the quota applies to all clients without a quota of their own',
		{ default: true },
	),
];

/** Rules between parameters, 5.2.11. */
function checkTarget({ body = {} }: ApiRequest): void {
	for (const [one, everyone, label, allLabel] of [
		['user', 'user-default', 'User', 'All Users'],
		['client', 'client-default', 'Client ID', 'All Clients'],
	]) {
		if (body[one] !== undefined && body[everyone] === true) {
			throw new BadInput(label, `and '${allLabel}' are both set`, 'Remove one of them.');
		}
	}
	const isFor = [body.user, body.client, body['user-default'] || undefined];
	if ([...isFor, body['client-default'] || undefined].every((value) => value === undefined)) {
		throw new BadInput(
			'User',
			"and 'Client ID' are both empty",
			"Enter one or both of them, or add 'All Users' or 'All Clients' under 'Options'.",
		);
	}
}

function check(request: ApiRequest): void {
	checkTarget(request);
	checkByteRates(request);
}

const change: Pick<Operation, 'fields' | 'options' | 'completion'> = {
	fields: target,
	options: [...all, ...byteRates()],
	completion: taskDone,
};

const outcome =
	(done: Record<string, boolean>): Operation['outcome'] =>
	(answer, { body }, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId'), ...body, ...done });

/** Creates a quota. DMS for Kafka API Reference 5.2.11; the answer is the ID of a background task. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user or client quota',
	description: 'Limit the producer and consumer rates of a user, a client, or all of them',
	api: 'CreateKafkaUserClientQuotaTask',
	request: post(path),
	...change,
	check,
	outcome: outcome({}),
	subject: () => 'user or client quota',
};

/** Changes a quota. DMS for Kafka API Reference 5.2.12; the answer is the ID of a background task. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update user or client quota',
	description: 'Change the producer and consumer rate limits of a user, a client, or all of them',
	api: 'UpdateKafkaUserClientQuotaTask',
	request: put(path),
	...change,
	check,
	outcome: outcome({}),
	subject: () => 'user or client quota changed',
};

/** Deletes a quota. DMS for Kafka API Reference 5.2.9; the answer is the ID of a background task. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete user or client quota',
	description: 'Remove the rate limits of a user, a client, or all of them',
	api: 'DeleteKafkaUserClientQuotaTask',
	request: del(path),
	...change,
	options: all,
	check: checkTarget,
	outcome: outcome({ deleted: true }),
	subject: () => 'user or client quota deleted',
};

/** Lists quotas. DMS for Kafka API Reference 5.2.10. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many user or client quotas',
	description: 'Get many user and client quotas',
	api: 'ShowKafkaUserClientQuota',
	request: get(path),
	fields: [instance()],
	pages: userQuotaPages,
};

export const userQuota: Resource = {
	value: 'userQuota',
	name: 'User or Client Quota',
	operations: [getAll, create, deleteOne, update],
};
