import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, flag, integer, record, text } from '../../../shared/form/fields';
import { acknowledged, createdAt, requestParameters, settingsIn } from '../../api/records';
import { operation, topicsNamed } from '../../api/requests';
import { topicInService } from '../../completions/topic';
import { NAME_RULES, asJson, instance, tags, unlessZero } from '../../fields';
import { existingNow } from '../../api/deletions';
import { checkReservedName } from '../names';
import { simple } from './simple';

/** What has an effect on topics in local storage only; elsewhere the service passes over it. */
const LOCAL_ONLY = {
	ReplicationFactor: 'Replicas',
	MinInsyncReplicas: 'Minimum In-Sync Replicas',
	Config: 'Configuration',
} as const;

/** Replicas of a topic in local storage when none are asked for. */
const USUAL_REPLICAS = 3;

/** Rules between parameters. */
function check({ body = {} }: ApiRequest): void {
	if (body.LocalTopic !== true) {
		// Serverless instances, which have a retention in hours, take settings for all topics.
		const isServerless = 'retention.hours' in settingsIn(body.Config);
		for (const [wireName, label] of Object.entries(LOCAL_ONLY)) {
			const isFree = wireName === 'Config' && isServerless;
			if (body[wireName] !== undefined && !isFree) throw onlyLocal(label);
		}
		if (body.CompactTopic === true) throw onlyLocal('Compact Log');
	}
	const { replications } = settingsIn(body.Config) as { replications?: number };
	const asked = body.ReplicationFactor as number | undefined;
	if (replications !== undefined && asked !== undefined && replications !== asked) {
		throw new BadInput(
			'Configuration',
			`specifies ${replications} replicas, but 'Replicas' is set to ${asked}`,
			'Set the number in one place only.',
		);
	}
	const replicas = replications ?? asked ?? USUAL_REPLICAS;
	const inSync = body.MinInsyncReplicas as number | undefined;
	if (inSync !== undefined && inSync >= replicas) {
		throw new BadInput(
			'Minimum In-Sync Replicas',
			`is ${inSync}, but the topic has ${replicas} replicas`,
			'Enter a number less than the number of replicas.',
		);
	}
}

const onlyLocal = (label: string) =>
	new BadInput(
		label,
		'has no effect without local storage',
		"Turn 'Local Storage' on, or remove it.",
	);

/** Creates a topic. AliKafka API Reference, CreateTopic; the answer has no content. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic',
	description: 'Create a topic on an instance',
	...operation('create', 'CreateTopic'),
	fields: [
		instance(),
		text('Topic', 'Topic Name', {
			name: 'topicName',
			required: true,
			length: [1, 249],
			// Newer instances take periods too.
			pattern: [
				/^[A-Za-z0-9._-]+$/,
				'can contain only letters, digits, periods, hyphens, and underscores',
			],
			placeholder: 'e.g. orders-created',
			hint: 'Reserved instances: 3 to 64 characters; serverless instances: 1 to 249',
		}),
		text('Remark', 'Remark', {
			required: true,
			...NAME_RULES,
			placeholder: 'e.g. orders-team',
			description: 'Purpose of the topic, in letters, digits, hyphens, and underscores',
		}),
	],
	options: [
		tags(false, 'Tags of the new topic'),
		integer('PartitionNum', 'Partitions', {
			range: [1, 360],
			default: 12,
			asText: true,
			description: 'By default 12, or 3 (serverless); multiples of 6 distribute evenly',
		}),
		flag(
			'LocalTopic',
			'Local Storage',
			'Whether Kafka stores the topic with its own replicas (local storage) instead of in cloud storage',
		),
		flag(
			'CompactTopic',
			'Compact Log',
			'Whether to keep the last message of each key instead of deleting messages by age; local storage only',
		),
		integer('ReplicationFactor', 'Replicas', {
			range: [1, 3],
			default: 3,
			description: 'Local storage only; a single replica can lose data',
		}),
		integer('MinInsyncReplicas', 'Minimum In-Sync Replicas', {
			range: [1, 3],
			description: 'Local storage only; must be less than the number of replicas',
		}),
		asJson(
			record('Config', 'Configuration', {
				entry: 'Settings',
				description:
					'Settings that the topic starts with; local storage only, except on serverless instances',
				fields: [
					unlessZero(
						integer('replications', 'Replicas', {
							range: [0, 3],
							default: 0,
							description: "Overrides the 'Replicas' option; 0 keeps the default",
						}),
					),
					unlessZero(
						integer('retention.ms', 'Retention (Ms)', {
							range: [0, 31_536_000_000],
							asText: true,
							description: 'At least 3600000, for reserved instances; 0 keeps the default',
						}),
						3_600_000,
					),
					unlessZero(
						integer('retention.hours', 'Retention (Hours, Serverless)', {
							range: [0, 8760],
							asText: true,
							description: 'At least 24, for serverless instances; 0 keeps the default',
						}),
						24,
					),
					unlessZero(
						integer('max.message.bytes', 'Maximum Message Size (Bytes)', {
							range: [0, 10_485_760],
							asText: true,
							description: 'At least 1048576; 0 keeps the default',
						}),
						1_048_576,
					),
					choice('message.timestamp.type', 'Timestamp Type', {
						values: {
							'': 'Default',
							CreateTime: 'CreateTime',
							LogAppendTime: 'LogAppendTime',
						},
					}),
				],
			}),
		),
	],
	check,
	before: async (item, { body = {} }) =>
		await checkReservedName(item, body.InstanceId, 'Topic Name', String(body.Topic)),
	outcome: acknowledged({}, 'Topic', 'Remark'),
	find: {
		matches: async (item, request) => {
			const what = requestParameters(request, 'Topic');
			const look = async () => await topicsNamed(item, what.InstanceId, what.Topic);
			return await existingNow(item, what, look);
		},
		// A topic that is being deleted stays listed without a status.
		isOver: ({ Status: status }) => (status ?? undefined) === undefined,
		key: 'Topic',
		createdAt: createdAt,
	},
	simple,
	subject: ({ Topic: name }) => `topic ${String(name)}`,
	completion: topicInService,
};
