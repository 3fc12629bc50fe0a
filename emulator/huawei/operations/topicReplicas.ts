import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { brokerIds, logsOf, spread } from '../model/partitions';
import { schedule } from '../model/scheduledTasks';
import { startTask } from '../model/tasks';
import type { Handler } from '../requests/context';
import { logOf, topicOf } from '../requests/find';
import { startJob } from '../requests/jobs';

const TASK = 'kafkaReassignPartitions';
const ESTIMATED_SECONDS_PER_TOPIC = 5;

interface ReplicaBody {
	partitions?: Array<{ partition?: number; replicas?: number[] }>;
}

/** Places the replicas of partitions (5.4.2), at once. Every partition ends with the same count. */
export const UpdateTopicReplica: Handler = (request, context) => {
	const { partitions = [] } = request.body as ReplicaBody;
	context.managedInstance();
	const instance = context.runningInstance();
	const topic = topicOf(instance, request.path.topic);
	const placed = partitions.map(({ partition = -1, replicas = [] }) => {
		const unknown = replicas.some((id) => !brokerIds(instance).includes(id));
		if (unknown || replicas.length === 0 || new Set(replicas).size !== replicas.length) {
			refuse('DMS.00400062', `replicas of partition ${partition} are not brokers, each once.`);
		}
		return { log: logOf(instance, topic, partition), replicas };
	});
	const others = logsOf(instance, topic).filter((log) => !placed.some((one) => one.log === log));
	const counts = new Set([...placed, ...others].map(({ replicas }) => replicas.length));
	if (counts.size > 1) refuse('DMS.00400062', 'Every partition needs the same number of replicas.');
	for (const { log, replicas } of placed) log.replicas = replicas;
	[topic.replication] = counts;
	return empty();
};

interface Plan {
	topic: string;
	brokers?: number[];
	replication_factor?: number;
	assignment?: Array<{ partition?: number; partition_brokers?: number[] }>;
}

interface ReassignBody {
	reassignments: Plan[];
	is_schedule?: boolean;
	execute_at?: number;
	time_estimate?: boolean;
}

/**
 * Moves partitions between brokers (5.4.15): a job, at once or at a set time, or an estimate that
 * moves nothing. A manual plan goes before an automatic one.
 */
export const CreateKafkaReassignmentTask: Handler = (request, context) => {
	const body = request.body as ReassignBody;
	const instance = context.runningInstance();
	if (body.reassignments.length === 0) refuse('DMS.00400062', 'reassignments is empty.');
	const moves = body.reassignments.map((plan) => ({
		topic: topicOf(instance, plan.topic),
		replicas: replicasOf(instance, plan),
	}));
	if (body.time_estimate) {
		return json(200, { reassignment_time: ESTIMATED_SECONDS_PER_TOPIC * moves.length });
	}
	if (instance.tasks.some((task) => task.name === TASK && task.status === 'EXECUTING')) {
		refuse('DMS.00500980');
	}
	const startsAt = body.is_schedule ? body.execute_at : context.now;
	if (startsAt === undefined) refuse('DMS.00400062', 'is_schedule needs execute_at.');
	if (startsAt < context.now) refuse('DMS.00400062', 'execute_at has passed.');
	const work = () => {
		for (const { topic, replicas } of moves) move(instance, topic, replicas);
		return true;
	};
	const { ids, rules } = context.state;
	if (body.is_schedule && rules.scheduledReassignment === 'schedule_id') {
		const schedule_id = ids.hex();
		const run = (now: number) =>
			void startTask(instance, { id: ids.hex(), name: TASK, params: body }, now, work);
		schedule(
			instance,
			{ id: schedule_id, name: TASK, params: body, at: startsAt, run },
			context.now,
		);
		return json(200, { schedule_id });
	}
	const job_id = startJob(context, instance, { name: TASK, params: body, startsAt }, work);
	return json(200, { job_id });
};

/** The same under the path of old (7.2.2.1). */
export const CreateReassignmentTask = CreateKafkaReassignmentTask;

/** Brokers of every partition a plan names, by partition. */
function replicasOf(instance: Instance, plan: Plan): Map<number, number[]> {
	const topic = topicOf(instance, plan.topic);
	const { brokers = [], assignment = [], replication_factor = topic.replication } = plan;
	if (brokers.length === 0 && assignment.length === 0) {
		refuse('DMS.00400062', `${plan.topic}: brokers or assignment is needed.`);
	}
	const manual = assignment.map(({ partition = -1, partition_brokers = [] }) => {
		logOf(instance, topic, partition);
		return [partition, partition_brokers] as const;
	});
	if (!manual.length && replication_factor > brokers.length) refuse('DMS.00400861');
	const automatic = logsOf(instance, topic).map(
		(_log, partition) => [partition, spread(brokers, partition, replication_factor)] as const,
	);
	const replicas = new Map(manual.length ? manual : automatic);
	for (const ids of [manual.length ? [] : brokers, ...replicas.values()]) {
		const wrong = ids.some((id) => !brokerIds(instance).includes(id));
		if (wrong || new Set(ids).size !== ids.length) {
			refuse('DMS.00400062', `${plan.topic}: ${ids.join(', ')} are not brokers, each once.`);
		}
	}
	if (new Set([...replicas.values()].map((ids) => ids.length)).size !== 1) {
		refuse('DMS.00400062', `${plan.topic}: every partition needs the same number of brokers.`);
	}
	return replicas;
}

function move(instance: Instance, topic: Topic, replicas: Map<number, number[]>): void {
	for (const [partition, log] of logsOf(instance, topic).entries()) {
		log.replicas = replicas.get(partition) ?? log.replicas;
	}
	topic.replication = logsOf(instance, topic)[0].replicas.length;
}
