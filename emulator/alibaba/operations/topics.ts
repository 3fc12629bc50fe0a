import { refuse } from '../answers/errors';
import { wrapped } from '../answers/lists';
import { topicRecord } from '../answers/topicRecord';
import { listed } from '../model/lingering';
import { logsOf } from '../model/partitions';
import { readsTopic } from '../model/progress';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';

interface ListParameters {
	CurrentPage?: string;
	PageSize?: string;
	Topic?: string;
}

/** Topics of an instance by name; a page past the end is empty. */
export const GetTopicList: Handler = (request, context) => {
	const given = request.parameters as ListParameters;
	const [CurrentPage, PageSize] = [given.CurrentPage ?? '1', given.PageSize ?? '10'].map(Number);
	if (!CurrentPage || !PageSize) refuse('InvalidParameter.Range', 'CurrentPage and PageSize');
	const instance = context.workingInstance();
	const found = listed(instance.topics, [], context.now)
		.filter((topic) => !given.Topic || topic.name === given.Topic)
		.sort((a, b) => (a.name < b.name ? -1 : 1));
	const { rules } = context.state;
	const shown = found
		.slice((CurrentPage - 1) * PageSize, CurrentPage * PageSize)
		.map((topic) => topicRecord(instance, topic, rules));
	const TopicList = wrapped(rules, 'TopicVO', shown);
	return context.success({ CurrentPage, PageSize, Total: found.length, TopicList });
};

/** Offsets of a topic's partitions; a topic too new has none yet. */
export const GetTopicStatus: Handler = (request, context) => {
	const { Topic: name } = request.parameters as { Topic: string };
	const topic = topicOf(context.workingInstance(), name);
	const logs = topic.readyFrom <= context.now ? logsOf(topic) : [];
	const OffsetTable = logs.map((log, Partition) => ({
		Topic: name,
		Partition,
		MinOffset: log.startOffset,
		MaxOffset: log.endOffset,
		LastUpdateTimestamp: log.updatedAt,
	}));
	return context.success({
		TopicStatus: {
			TotalCount: logs.reduce((sum, log) => sum + log.endOffset, 0),
			LastTimeStamp: Math.max(0, ...logs.map((log) => log.updatedAt)),
			OffsetTable: { OffsetTable },
		},
	});
};

/** Consumer groups that read a topic. */
export const GetTopicSubscribeStatus: Handler = (request, context) => {
	const { Topic: name } = request.parameters as { Topic: string };
	const instance = context.workingInstance();
	const topic = topicOf(instance, name);
	const groups = instance.groups.filter((group) => readsTopic(group, topic.name));
	const ConsumerGroups = groups.map((group) => group.name);
	return context.success({ TopicSubscribeStatus: { Topic: name, ConsumerGroups } });
};
