import { BadInput } from '../../../../shared/contract/badInput';
import type { Field } from '../../../../shared/contract/field';
import { isBlank } from '../../../../shared/contract/field';
import {
	choice,
	flag,
	integer,
	joined,
	locator,
	secret,
	text,
} from '../../../../shared/form/fields';
import { neededIfShown } from '../../../../shared/form/neededIfShown';

type Show = Record<string, string[]>;

const SASL = ['SASL_SSL', 'SASL_PLAINTEXT'];

/** The other Kafka that a task copies from or to, and how to reach it. */
export function peerFields(under: string, show: Show = {}): Field[] {
	const shown = (more: Show = {}) => ({
		required: true,
		...(Object.keys({ ...show, ...more }).length > 0 && { show: { ...show, ...more } }),
	});
	const sasl = shown({ securityProtocol: SASL });
	return neededIfShown([
		choice(`${under}.direction`, 'Direction', {
			name: 'direction',
			...shown(),
			values: {
				pull: 'From the Peer Into This Instance',
				push: 'From This Instance to the Peer',
				'two-way': 'Both Ways',
			},
			hint: "For both ways, turn on the option 'Source Header', or messages are copied in circles",
		}),
		text(`${under}.current_cluster_name`, 'Alias of This Instance', {
			name: 'ownAlias',
			...shown(),
			placeholder: 'e.g. A',
			description: 'Name by which the task knows this instance',
		}),
		text(`${under}.cluster_name`, 'Alias of the Peer', {
			name: 'peerAlias',
			...shown(),
			placeholder: 'e.g. B',
			description: 'Name by which the task knows the other Kafka',
		}),
		choice('peer', 'Peer', {
			...shown(),
			sentIn: 'none',
			values: { instance: 'Instance of This Project', servers: 'Bootstrap Servers' },
			description: 'Kafka from or to which the task copies',
		}),
		locator(`${under}.instance_id`, 'Peer Instance', {
			name: 'peerInstance',
			...shown({ peer: ['instance'] }),
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. 8959ab1c-7b1a-40b1-a05a-93dfc361b32d',
			description: 'Instance from or to which the task copies',
		}),
		joined(`${under}.bootstrap_servers`, 'Bootstrap Servers', {
			name: 'bootstrapServers',
			...shown({ peer: ['servers'] }),
			placeholder: 'e.g. 192.168.0.11:9092,192.168.0.12:9092',
			description: 'Comma-separated addresses of the peer',
		}),
		choice(`${under}.security_protocol`, 'Security Protocol of the Peer', {
			name: 'securityProtocol',
			...shown(),
			values: { PLAINTEXT: 'PLAINTEXT', SASL_SSL: 'SASL_SSL', SASL_PLAINTEXT: 'SASL_PLAINTEXT' },
		}),
		text(`${under}.user_name`, 'SASL User of the Peer', {
			name: 'peerUser',
			...sasl,
			placeholder: 'e.g. replicator',
		}),
		secret(`${under}.password`, 'Password of the Peer', {
			name: 'peerPassword',
			...sasl,
			description: "Password of 'SASL User of the Peer'",
		}),
		choice(`${under}.sasl_mechanism`, 'SASL Mechanism of the Peer', {
			name: 'saslMechanism',
			...sasl,
			values: { PLAIN: 'PLAIN', 'SCRAM-SHA-512': 'SCRAM-SHA-512' },
		}),
	]);
}

/** How it copies, as options. */
export const copyOptions = (under: string): Field[] => [
	choice(`${under}.compression_type`, 'Compression', {
		name: 'compressionType',
		default: 'none',
		values: { gzip: 'Gzip', lz4: 'LZ4', none: 'None', snappy: 'Snappy', zstd: 'Zstd' },
		description: 'Compression of the copied messages',
	}),
	flag(
		`${under}.sync_consumer_offsets_enabled`,
		'Copy Consumer Offsets',
		'Whether to copy the offsets of consumer groups too',
		{ name: 'syncConsumerOffsetsEnabled', default: true },
	),
	integer(`${under}.replication_factor`, 'Replicas', {
		name: 'replicationFactor',
		default: 3,
		description: 'Replicas of topics that are created at the target; at most its number of brokers',
	}),
	integer(`${under}.task_num`, 'Copy Tasks', {
		name: 'taskNum',
		default: 2,
		description: 'Number of copy tasks; the service recommends 2, and doubles it for both ways',
	}),
	flag(
		`${under}.rename_topic_enabled`,
		'Rename Topics',
		"Whether to put the alias of the source before the names of topics at the target; not together with 'Topic Mapping'",
		{ name: 'renameTopicEnabled', default: true },
	),
	flag(
		`${under}.provenance_header_enabled`,
		'Source Header',
		'Whether to add a header with the source to each message',
		{ name: 'provenanceHeaderEnabled', default: true },
	),
	choice(`${under}.consumer_strategy`, 'Start At', {
		name: 'copyFrom',
		values: { latest: 'Latest Message', earliest: 'Earliest Message' },
		description: 'Message with which copying begins',
	}),
	joined(`${under}.topics_mapping`, 'Topic Mapping', {
		name: 'topicsMapping',
		placeholder: 'e.g. orders:orders-copy,paid:paid-copy',
		description: 'Comma-separated pairs of topics at the source and at the target',
	}),
];

/**
 * Holds the peer against the rules of the reference.
 *
 * @throws {BadInput}
 */
export function checkPeer(task: Record<string, unknown>): void {
	const needed: Array<[name: string, label: string]> = [
		['current_cluster_name', 'Alias of This Instance'],
		['cluster_name', 'Alias of the Peer'],
		...(SASL.includes(String(task.security_protocol))
			? ([
					['user_name', 'SASL User of the Peer'],
					['password', 'Password of the Peer'],
				] as Array<[string, string]>)
			: []),
	];
	for (const [name, label] of needed) {
		if (isBlank(task[name])) throw new BadInput(label, 'is missing', 'Enter a value.');
	}
	if (isBlank(task.instance_id) === isBlank(task.bootstrap_servers)) {
		throw new BadInput(
			'Peer',
			'has neither an instance nor bootstrap servers',
			"Set 'Peer Instance' or 'Bootstrap Servers'.",
		);
	}
	if (task.rename_topic_enabled === true && !isBlank(task.topics_mapping)) {
		throw new BadInput(
			'Topic Mapping',
			"is set together with 'Rename Topics'",
			'Remove one of them.',
		);
	}
}
