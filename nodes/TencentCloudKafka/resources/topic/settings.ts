import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, flag, integer, list, text } from '../../../shared/form/fields';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { tags } from '../../fields';

/** Settings that a topic is created with and that can be changed later. */

const GIB = 1_073_741_824;

/** -1 or from 1 GB on: what lies between is refused by the API. */
function retentionBytes(): Field {
	const displayName = 'Retention (Bytes)';
	const field = integer('RetentionBytes', displayName, {
		range: [-1, 1024 * GIB],
		default: -1,
		description: 'Maximum size of each partition, 1073741824 (1 GB) or more; -1 for no limit',
	});
	return {
		...field,
		serialize: (value) => {
			const bytes = field.serialize(value) as number | undefined;
			if (bytes === undefined || bytes === -1 || bytes >= GIB) return bytes;
			throw new BadInput(
				displayName,
				`is ${bytes}`,
				`Enter -1 for no limit, or a number from ${GIB} to ${1024 * GIB}.`,
			);
		},
	};
}

/** Remark of a topic; an empty one removes it. */
export const note = (description: string): Field =>
	text('Note', 'Note', { length: [0, 64], sendBlank: true, description });

export const settings = (): Field[] => [
	flag(
		'EnableWhiteList',
		'Restrict to Allowed IPs',
		"Whether to allow access only from 'Allowed IPs'",
		{
			asNumber: true,
		},
	),
	list('IpWhiteList', 'Allowed IPs', {
		placeholder: 'e.g. 10.0.0.7, 10.0.0.8',
		description:
			"IP addresses that can access the topic; use together with 'Restrict to Allowed IPs'",
	}),
	integer('MinInsyncReplicas', 'Minimum In-Sync Replicas', {
		range: [1, Infinity],
		default: 1,
		description:
			'Minimum number of in-sync replicas that must acknowledge a message sent with acks=-1',
	}),
	flag(
		'UncleanLeaderElectionEnable',
		'Unclean Leader Election',
		'Whether an out-of-sync replica can become the leader, which can cause message loss',
		{ asNumber: true },
	),
	integer('SegmentMs', 'Segment Roll Time (Ms)', {
		range: [86_400_000, Infinity],
		default: 86_400_000,
		description: 'Time after which Kafka starts a new segment file; one day or more',
	}),
	integer('MaxMessageBytes', 'Maximum Message Size (Bytes)', {
		range: [1024, 12_582_912],
		default: 1_048_576,
		description:
			'Maximum size of a message; for updates, the international site documents a limit of 8388608',
	}),
	flag('EnableAclRule', 'Apply ACL Rule', 'Whether to apply a preset ACL rule to the topic', {
		asNumber: true,
	}),
	text('AclRuleName', 'ACL Rule Name', {
		placeholder: 'e.g. orders-readers',
		description: "Preset ACL rule; use together with 'Apply ACL Rule'",
	}),
	retentionBytes(),
	tags('Tags for finding topics'),
	choice('LogMsgTimestampType', 'Timestamp Type', {
		values: { CreateTime: 'Create Time', LogAppendTime: 'Log Append Time' },
		description:
			'Which timestamp is stored with a message: when it was sent or when it was appended to the log',
	}),
];

/** Settings that only make sense together: the switch, what it needs, and their names. */
const PAIRS = [
	['EnableWhiteList', 'Restrict to Allowed IPs', 'IpWhiteList', 'Allowed IPs'],
	['EnableAclRule', 'Apply ACL Rule', 'AclRuleName', 'ACL Rule Name'],
] as const;

/**
 * Rules between settings: what a switch turns on has to be given, and is of no use without it.
 *
 * @throws {BadInput}
 */
export function checkSettings({ body = {} }: ApiRequest): void {
	for (const [onOff, onOffLabel, wireName, label] of PAIRS) {
		if (body[onOff] === 1 && body[wireName] === undefined) {
			throw new BadInput(label, 'is missing', `Add it, or turn '${onOffLabel}' off.`);
		}
		if (body[onOff] !== 1 && body[wireName] !== undefined) {
			throw new BadInput(
				label,
				`is set without '${onOffLabel}'`,
				`Add '${onOffLabel}' and turn it on, or remove this option.`,
			);
		}
	}
	const [least, replicas] = [Number(body.MinInsyncReplicas), Number(body.ReplicaNum)];
	if (least > replicas) {
		throw new BadInput(
			'Minimum In-Sync Replicas',
			`is ${least}, but the topic has ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`,
			'Enter at most the number of replicas; otherwise, no message with acks=-1 is accepted.',
		);
	}
}
