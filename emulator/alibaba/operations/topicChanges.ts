import { forgetTopic } from '../../core/kafkaLog';
import { Refusal, refuse } from '../answers/errors';
import type { Tag, Topic } from '../model/contents';
import { tagsOf } from '../model/tags';
import { newTopic } from '../model/defaults';
import type { Instance } from '../model/instance';
import { cut, MAX_SERVERLESS_NAME } from '../model/names';
import { partitionQuota, usedPartitions } from '../model/quotas';
import { isServerless } from '../model/series';
import type { Context, Handler } from '../requests/context';
import { topicOf } from '../requests/find';

const MAX_PARTITIONS = 360;
const DEFAULT_REPLICAS = 3;

interface CreateParameters {
	Topic: string;
	Remark: string;
	PartitionNum?: string;
	CompactTopic?: boolean;
	LocalTopic?: boolean;
	ReplicationFactor?: number;
	MinInsyncReplicas?: number;
	Config?: string;
	Tag?: Array<Partial<Tag>>;
}

/** What a topic has set from the start, as text; replicas are no setting. */
function settingsOf(config = '{}'): Record<string, string> {
	const { replications: _, ...settings } = JSON.parse(config) as Record<string, unknown>;
	return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

/** Creates a topic; its offsets are known a little later. */
export const CreateTopic: Handler = (request, context) => {
	const given = request.parameters as unknown as CreateParameters;
	const instance = context.workingInstance();
	const name = cut(given.Topic, isServerless(instance) ? MAX_SERVERLESS_NAME : undefined);
	const existing = instance.topics.find((topic) => topic.name === name);
	if (existing)
		refuse(existing.deleting ? 'AsyncTask.DeleteTopic' : 'BIZ_TOPIC_ALREADY_EXISTS', name);
	if (instance.topics.length >= instance.topicQuota) refuse('BIZ_TOPIC_TOO_MUCH');
	const partitions = Number(given.PartitionNum ?? (isServerless(instance) ? 3 : 12));
	checkPartitions(instance, partitions, 0);
	const local = given.LocalTopic === true;
	if (local) checkReplicas(given);
	instance.topics.push(
		newTopic({
			name,
			remark: given.Remark,
			tags: tagsOf(given.Tag),
			partitions,
			local,
			compact: local && given.CompactTopic === true,
			config: local || isServerless(instance) ? settingsOf(given.Config) : {},
			createdAt: context.now,
			listedFrom: context.now + instance.durations.partListed,
			readyFrom: context.now + instance.durations.topicReady,
		}),
	);
	return context.success();
};

function checkPartitions(instance: Instance, more: number, present: number): void {
	const total = usedPartitions(instance) + more;
	if (present + more > MAX_PARTITIONS || total > partitionQuota(instance)) {
		refuse('BIZ_TOPIC_PARTITION_NUM_EXCEED');
	}
}

/** Replicas in Config go before ReplicationFactor; the in-sync ones have to be fewer. */
function checkReplicas({ ReplicationFactor, MinInsyncReplicas = 1, Config }: CreateParameters) {
	const config = JSON.parse(Config ?? '{}') as { replications?: number };
	const replicas = config.replications ?? ReplicationFactor ?? DEFAULT_REPLICAS;
	if (MinInsyncReplicas >= Math.max(replicas, 2)) {
		refuse('InvalidParameter.OtherParam', 'MinInsyncReplicas must be below the replicas.');
	}
}

/** Deletes a topic, which stays listed without a status for a while. */
export const DeleteTopic: Handler = (request, context) => {
	const { Topic: name } = request.parameters as { Topic: string };
	const instance = context.workingInstance();
	remove(instance, topicOf(instance, name), context.now);
	return context.success();
};

function remove(instance: Instance, topic: Topic, now: number): void {
	topic.deleting = true;
	instance.agenda.plan(now + instance.durations.topicDelete, () => {
		instance.topics = instance.topics.filter((other) => other !== topic);
		forgetTopic(instance.groups, topic.name);
		for (const group of instance.groups) {
			group.topics = group.topics.filter((name) => name !== topic.name);
		}
	});
}

/** Deletes topics; a success may hide topics that could not be deleted. */
export const BatchDeleteTopics: Handler = (request, context) => {
	const { Topics } = request.parameters as { Topics?: string };
	const instance = context.workingInstance();
	const names = JSON.parse(Topics ?? '[]') as string[];
	if (!names.length) refuse('BIZ_PARAM_EMPTY', 'Topics');
	const results = names.map((name) => attempt(instance, name, context));
	const SuccessCount = results.filter((result) => result.Success).length;
	return context.success({
		Data: {
			Total: names.length,
			SuccessCount,
			FailedCount: names.length - SuccessCount,
			Results: { TopicDeleteResultItemVO: results },
		},
	});
};

function attempt(instance: Instance, name: string, { now }: Context) {
	try {
		remove(instance, topicOf(instance, name), now);
		return { Topic: name, Success: true, Status: 'SUCCESS', Code: 200 };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { status: Code, message: Message } = error;
		return { Topic: name, Success: false, Status: 'FAILED', Code, Message };
	}
}

/** Adds partitions. */
export const ModifyPartitionNum: Handler = (request, context) => {
	const given = request.parameters as { Topic: string; AddPartitionNum: number };
	const instance = context.workingInstance();
	const topic = topicOf(instance, given.Topic);
	checkPartitions(instance, given.AddPartitionNum, topic.partitions);
	topic.partitions += given.AddPartitionNum;
	return context.success();
};

/** Changes the remark; without one nothing changes. */
export const ModifyTopicRemark: Handler = (request, context) => {
	const given = request.parameters as { Topic: string; Remark?: string };
	const topic = topicOf(context.workingInstance(), given.Topic);
	topic.remark = given.Remark ?? topic.remark;
	return context.success();
};

const RANGES: Record<string, [min: bigint, max: bigint]> = {
	'retention.ms': [3_600_000n, 31_536_000_000n],
	'retention.hours': [24n, 8760n],
	'max.message.bytes': [1_048_576n, 10_485_760n],
	'message.timestamp.difference.max.ms': [0n, 2n ** 63n - 1n],
};

/** Changes one setting: of any topic on serverless instances, of local ones on others. */
export const UpdateTopicConfig: Handler = (request, context) => {
	const given = request.parameters as { Topic: string; Config: string; Value: string };
	const instance = context.workingInstance();
	const topic = topicOf(instance, given.Topic);
	const serverless = isServerless(instance);
	if (!serverless && !topic.local) refuse('NotSupport', `${topic.name} is no local topic.`);
	if (given.Config === (serverless ? 'retention.ms' : 'retention.hours')) {
		refuse('InvalidParameter.NotSupport', given.Config);
	}
	checkSetting(given.Config, given.Value);
	topic.config[given.Config] = given.Value;
	return context.success({ Data: '[]' });
};

function checkSetting(name: string, value: string): void {
	if (name === 'message.timestamp.type') {
		if (!['CreateTime', 'LogAppendTime'].includes(value)) refuse('InvalidParameter', name);
		return;
	}
	const [min, max] = RANGES[name];
	const fits = /^\d+$/.test(value) && BigInt(value) >= min && BigInt(value) <= max;
	if (!fits) refuse('InvalidParameter.Range', `${name} is from ${min} to ${max}.`);
}
