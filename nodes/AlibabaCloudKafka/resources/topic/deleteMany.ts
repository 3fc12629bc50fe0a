import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { list } from '../../../shared/form/fields';
import { noteDeleted } from '../../api/deletions';
import { unwrapped } from '../../api/records';
import { operation } from '../../api/requests';
import { topicDeleted } from '../../completions/topic';
import { asJson, instance } from '../../fields';
import { checkReservedName } from '../names';

/** What the answer says of one topic, in the words of whichever fields it has. */
function reasonOf(result: IDataObject | undefined): string {
	if (!result) return 'the response does not mention it';
	const said = [
		result.DynamicMessage,
		result.Message,
		result.DynamicCode,
		result.Status,
		result.Code,
	];
	return String(said.find((words) => words !== undefined && words !== '') ?? 'no reason was given');
}

/**
 * Deletes several topics. BatchDeleteTopics of the official SDK 2.14.0; the call succeeds although topics
 * fail, and says so for each of them.
 */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many topics',
	description: 'Delete multiple topics and all their messages',
	...operation('delete', 'BatchDeleteTopics'),
	fields: [
		instance(),
		asJson(
			list('Topics', 'Topic Names', {
				required: true,
				placeholder: 'e.g. orders_created, orders_paid',
				hint: 'Comma-separated',
				entry: { length: [1, 249] },
			}),
		),
	],
	before: async (item, { body = {} }) => {
		for (const name of JSON.parse(String(body.Topics)) as unknown[]) {
			await checkReservedName(item, body.InstanceId, 'Topic Names', String(name));
		}
	},
	outcome: ({ Data: data }, { body = {} }, item) => {
		const { Results: said } = (data ?? {}) as IDataObject;
		const results = unwrapped(said, 'TopicDeleteResultItemVO') ?? [];
		return (JSON.parse(body.Topics as string) as string[]).map((name) => {
			const result = results.find(({ Topic: topicName }) => topicName === name);
			const deleted = String(result?.Success).toLowerCase() === 'true';
			if (deleted) noteDeleted(item, { InstanceId: body.InstanceId, Topic: name });
			return {
				json: { InstanceId: body.InstanceId, Topic: name, deleted },
				...(!deleted && { failed: `topic ${name} was not deleted: ${reasonOf(result)}` }),
			};
		});
	},
	subject: ({ Topic: name }) => `topic ${String(name)} deleted`,
	completion: topicDeleted,
};
