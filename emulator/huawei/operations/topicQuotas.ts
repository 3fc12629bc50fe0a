import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { TopicQuota } from '../model/contents';
import type { Instance } from '../model/instance';
import { pageNumber } from '../requests/checks';
import type { Context, Handler, OperationRequest } from '../requests/context';
import { topicOf } from '../requests/find';
import { startJob } from '../requests/jobs';
import { rateFields, ratesOf, type RateFields } from '../requests/rates';

const DEFAULT_PAGE = 10;

interface QuotaBody extends RateFields {
	topic?: string;
}

/** Creates the quota of a topic that has none (5.4.12), by a background task. */
export const CreateKafkaTopicQuota: Handler = (request, context) => {
	const { instance, topic } = named(request, context);
	const quota: TopicQuota = { topic, ...ratesOf(request.body as QuotaBody) };
	topicOf(instance, topic);
	if (instance.topicQuotas.some((other) => other.topic === topic)) {
		refuse('DMS.00400062', `Topic ${topic} has a quota already.`);
	}
	return job('createKafkaTopicQuota', request, context, () => {
		instance.topicQuotas.push(quota);
		return true;
	});
};

/** Changes the quota of a topic (5.4.13), by a background task that fails when there is none. */
export const ModifyKafkaTopicQuota: Handler = (request, context) => {
	const { instance, topic } = named(request, context);
	const quota: TopicQuota = { topic, ...ratesOf(request.body as QuotaBody) };
	return job('modifyKafkaTopicQuota', request, context, () => replace(instance, topic, [quota]));
};

/** Deletes the quota of a topic (5.4.11), by a background task that fails when there is none. */
export const DeleteKafkaTopicQuota: Handler = (request, context) => {
	const { instance, topic } = named(request, context);
	return job('deleteKafkaTopicQuota', request, context, () => replace(instance, topic, []));
};

/** Quotas of topics (5.4.14); `offset` is a page number from 0. */
export const ShowKafkaTopicQuota: Handler = (request, context) => {
	const query = request.query as Record<string, string | undefined>;
	if ((query.type ?? 'topic') !== 'topic') refuse('DMS.00400062', 'type must be topic.');
	const found = context
		.instance()
		.topicQuotas.filter((quota) => quota.topic.includes(query.keyword ?? ''));
	const size = pageNumber('limit', query.limit, DEFAULT_PAGE, [1, Number.MAX_SAFE_INTEGER]);
	const start = size * pageNumber('offset', query.offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const quotas = found
		.slice(start, start + size)
		.map((quota) => ({ topic: quota.topic, ...rateFields(quota) }));
	return json(200, { quotas, count: found.length });
};

function named(request: OperationRequest, context: Context) {
	const { topic } = request.body as QuotaBody;
	return { instance: context.runningInstance(), topic: topic || refuse('DMS.00400062', 'topic') };
}

function job(name: string, request: OperationRequest, context: Context, work: () => boolean) {
	const instance = context.instance();
	const job_id = startJob(context, instance, { name, params: request.body }, work);
	return json(200, { job_id });
}

/** Puts quotas in place of that of a topic; false when it has none. */
function replace(instance: Instance, topic: string, quotas: TopicQuota[]): boolean {
	const others = instance.topicQuotas.filter((quota) => quota.topic !== topic);
	if (others.length === instance.topicQuotas.length) return false;
	instance.topicQuotas = [...others, ...quotas];
	return true;
}
