import type { IDataObject } from 'n8n-workflow';

import { list } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { asJson, instance, topic } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { unwrapped, writes } from '../../api/requests';
import { topicDeleted } from '../../completions/topic';

const subject = ({ Topic: name }: IDataObject) => `topic ${String(name)} deleted`;

/** Deletes a topic. AliKafka API Reference, DeleteTopic; the deletion goes on after the answer. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic',
	description: 'Delete a topic and all its messages',
	...writes('DeleteTopic'),
	fields: [instance(), topic()],
	outcome: acknowledged({ deleted: true }, 'Topic'),
	subject,
	completion: topicDeleted,
};

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
 * Deletes several topics. Official SDK 2.14.0; the call succeeds although topics fail, and says so
 * for each of them.
 */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many topics',
	description: 'Delete multiple topics and all their messages',
	...writes('BatchDeleteTopics'),
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
	outcome: ({ Data: data }, { body = {} }) => {
		const { Results: list } = (data ?? {}) as IDataObject;
		const results = unwrapped(list, 'TopicDeleteResultItemVO') ?? [];
		return (JSON.parse(body.Topics as string) as string[]).map((name) => {
			const result = results.find(({ Topic: topicName }) => topicName === name);
			const deleted = result?.Success === true;
			return {
				json: { InstanceId: body.InstanceId, Topic: name, deleted },
				...(!deleted && { failed: `topic ${name} was not deleted: ${reasonOf(result)}` }),
			};
		});
	},
	subject,
	completion: topicDeleted,
};
