import { refuse, success } from '../answers/errors';
import type { ServedTopic } from '../model/logs';
import { page, type Paging } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { checkLogTopic } from '../requests/logTopics';

interface Body {
	FromTopicId: string;
	[parameter: string]: unknown;
}

const USUAL_SIZE = 20;

const DEFAULTS = { Compression: 0 };

const found = ({ state, region }: Context, topic: string) =>
	state.logs.served.find((one) => one.FromTopicId === topic && one.region === region);

/** Ends the request when Kafka clients cannot consume the log topic. */
const servedOf = (context: Context, topic: string): ServedTopic =>
	found(context, topic) ?? refuse('FailedOperation', `The log topic ${topic} is not open.`);

const nameOf = (topic: string) => `out-${topic}`;

/** Lets Kafka clients consume a log topic; a second time is refused. */
export const OpenKafkaConsumer: Handler = (request, context) => {
	const { FromTopicId, ...settings } = request.body as Body;
	checkLogTopic(FromTopicId);
	if (found(context, FromTopicId)) {
		refuse('InvalidParameter.ExportConflict', `The log topic ${FromTopicId} is open already.`);
	}
	const { state, region } = context;
	state.logs.served.push({ FromTopicId, settings: { ...DEFAULTS, ...settings }, region });
	return success({ TopicID: nameOf(FromTopicId) });
};

/** Whether Kafka clients can consume it, and how. */
export const DescribeKafkaConsumer: Handler = (request, context) => {
	const { FromTopicId } = request.body as Body;
	checkLogTopic(FromTopicId);
	const served = found(context, FromTopicId);
	if (!served) return success({ Status: false, TopicID: '', Compression: 0 });
	return success({ Status: true, TopicID: nameOf(FromTopicId), ...served.settings });
};

export const ModifyKafkaConsumer: Handler = (request, context) => {
	const { FromTopicId, ...settings } = request.body as Body;
	checkLogTopic(FromTopicId);
	const served = servedOf(context, FromTopicId);
	served.settings = { ...served.settings, ...settings };
	return success({});
};

export const CloseKafkaConsumer: Handler = (request, context) => {
	const { FromTopicId } = request.body as Body;
	checkLogTopic(FromTopicId);
	const served = servedOf(context, FromTopicId);
	const { logs } = context.state;
	logs.served = logs.served.filter((one) => one !== served);
	return success({});
};

/** Groups that every open log topic has. */
const GROUPS = ['same_group_id', 'audit', 'billing'];

const PARTITIONS = 7;

interface ListBody extends Paging {
	TopicId: string;
	Filters?: Array<{ Key: string; Values: string[] }>;
}

export const DescribeKafkaConsumerGroupList: Handler = (request) => {
	const body = request.body as ListBody;
	checkLogTopic(body.TopicId);
	const groups = GROUPS.filter((name) =>
		(body.Filters ?? []).every(({ Values }) => Values.includes(name)),
	).map((Group) => ({ Group, State: 'Empty', ProtocolName: '' }));
	return success({
		TopicName: `1250000000-${body.TopicId}`,
		LogsetId: 'a8248746-c989-468e-b931-a9bf6c999c89',
		Total: groups.length,
		Groups: page(groups, body, USUAL_SIZE),
	});
};

export const DescribeKafkaConsumerGroupDetail: Handler = (request, { now }) => {
	const { TopicId, Group } = request.body as { TopicId: string; Group: string };
	checkLogTopic(TopicId);
	if (!GROUPS.includes(Group)) {
		refuse('InvalidParameterValue', `The consumer group ${Group} does not exist.`);
	}
	return success({
		LogsetId: 'a8248746-c989-468e-b931-a9bf6c999c89',
		Group,
		State: 'Empty',
		PartitionInfos: Array.from({ length: PARTITIONS }, (_, PartitionId) => ({
			PartitionId,
			CommitTimestamp: Math.floor(now / 1000),
			Consumer: '',
		})),
	});
};
