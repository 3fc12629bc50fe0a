import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../shared/contract/failure';
import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import type { OperationContext } from '../../../../shared/contract/context';
import { lookAgain } from '../../../../shared/request/lookAgain';
import { listMatching } from '../../../../shared/request/readList';
import { topicQuotaPages } from '../../../api/pages';
import { withInstance } from '../../../api/records';
import { listTopicQuotas } from '../../../api/requests';
import { taskDone } from '../../../completions/task';
import { byteRates, instance, topicInBody } from '../../../fields';

/** Refuses a quota that does not exist, whose deletion the API would accept and then fail. */
async function refuseUnknown(item: OperationContext, { body }: ApiRequest): Promise<void> {
	const request = listTopicQuotas(item.nodeParameter('instanceId'));
	const isMeant = ({ topic }: IDataObject) => topic === body?.topic;
	const look = async () => await listMatching(item, request, topicQuotaPages, isMeant);
	const has = (rows: IDataObject[]) => rows.length > 0;
	if (has(await lookAgain(item, look, has, 'while checking which quotas exist'))) return;
	throw new Failure('notSent', `The topic in 'Topic' has no quota: ${String(body?.topic)}`, {
		advice: 'Nothing was deleted. Check the spelling; names are case-sensitive.',
	});
}

/**
 * Deletes a quota. DMS for Kafka API Reference 5.4.11; the body names the topic, and the answer is the
 * ID of a background task.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic quota',
	description: 'Remove the rate limits of a topic',
	api: 'DeleteKafkaTopicQuota',
	request: del('/v2/kafka/{project_id}/instances/{instance_id}/kafka-topic-quota'),
	kind: 'delete',
	fields: [instance(), topicInBody()],
	options: byteRates(),
	before: refuseUnknown,
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ ...answer, topic: body?.topic, deleted: true }, item)),
	subject: ({ topic }) => `quota of topic ${String(topic)} deleted`,
	completion: taskDone,
};
