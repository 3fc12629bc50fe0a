import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import type { OperationContext } from '../../../shared/contract/context';
import { instance, topicNames } from '../../fields';
import { topicsOf } from './existing';

/** Refuses topics that do not exist, which the API itself would report as deleted. */
async function refuseUnknown(item: OperationContext, { body }: ApiRequest): Promise<void> {
	const known = new Set((await topicsOf(item)).map(({ name }) => name));
	const unknown = (body?.topics as string[]).filter((name) => !known.has(name));
	if (unknown.length === 0) return;
	throw new Failure(
		'notSent',
		`'Topic Names' contains topics that do not exist on the instance: ${unknown.join(', ')}`,
		{
			advice:
				'Nothing was deleted. Remove them, or check their spelling; names are case-sensitive.',
		},
	);
}

/**
 * Deletes topics. DMS for Kafka API Reference 5.4.2; it answers 200 even when it deleted none of
 * them, and says so for each topic.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topics',
	description: 'Delete one or more topics and all their messages',
	api: 'BatchDeleteInstanceTopic',
	request: post('/v2/{project_id}/instances/{instance_id}/topics/delete'),
	kind: 'delete',
	fields: [instance(), topicNames()],
	before: refuseUnknown,
	outcome: ({ topics }, { body }) => {
		const deleted = new Set(
			((topics ?? []) as IDataObject[])
				.filter(({ success }) => success === true)
				.map(({ id }) => id),
		);
		return ((body?.topics ?? []) as string[]).map((name) => ({
			json: { deleted: deleted.has(name), name },
			...(!deleted.has(name) && {
				failed: `topic ${name} was not deleted; it may not exist, or the instance is busy`,
			}),
		}));
	},
	subject: ({ name }) => `topic ${String(name)} deleted`,
};
