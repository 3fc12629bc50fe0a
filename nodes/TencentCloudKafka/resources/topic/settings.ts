import { BadInput } from '../../../shared/badInput';
import type { Field } from '../../../shared/field';
import { choice, flag, integer, list, text } from '../../../shared/fields';
import type { ApiRequest } from '../../../shared/vendor';
import { tags } from '../../fields';

/** Settings that a topic is created with and that can be changed later. */

const GIB = 1_073_741_824;

/** -1 or from 1 GB on: what lies between is refused by the API. */
function retentionBytes(): Field {
	const displayName = 'Retention (Bytes)';
	const field = integer('RetentionBytes', displayName, {
		range: [-1, 1024 * GIB],
		default: -1,
		description: 'How much of a partition is kept, 1073741824 (1 GB) or more; -1 for no limit',
	});
	return {
		...field,
		toWire: (value) => {
			const bytes = field.toWire(value) as number | undefined;
			if (bytes === undefined || bytes === -1 || bytes >= GIB) return bytes;
			throw new BadInput(
				displayName,
				`is ${bytes}`,
				`Give -1 for no limit, or a number from ${GIB} to ${1024 * GIB}.`,
			);
		},
	};
}

/** Remark of a topic; an empty one removes it. */
export const note = (description: string): Field =>
	text('Note', 'Note', { length: [0, 64], sendBlank: true, description });

export const settings = (): Field[] => [
	flag('EnableWhiteList', 'Restrict to Allowed IPs', 'Whether only allowed addresses get in', {
		asNumber: true,
	}),
	list('IpWhiteList', 'Allowed IPs', {
		placeholder: 'e.g. 10.0.0.7, 10.0.0.8',
		description: "Addresses that may use the topic, together with 'Restrict to Allowed IPs'",
	}),
	integer('MinInsyncReplicas', 'Minimum In-Sync Replicas', {
		range: [1, Infinity],
		default: 1,
		description: 'How many replicas have to hold a message that is sent with acks=-1',
	}),
	flag(
		'UncleanLeaderElectionEnable',
		'Unclean Leader Election',
		'Whether a replica that lags behind may become leader, which can lose messages',
		{ asNumber: true },
	),
	integer('SegmentMs', 'Segment Roll Time (Ms)', {
		range: [86_400_000, Infinity],
		default: 86_400_000,
		description: 'After how long a new segment file is begun, one day or more',
	}),
	integer('MaxMessageBytes', 'Largest Message (Bytes)', {
		range: [1024, 12_582_912],
		default: 1_048_576,
		description:
			'Size of a message at most; the international site documents an end of 8388608 for changes',
	}),
	flag('EnableAclRule', 'Apply ACL Rule', 'Whether a preset ACL rule applies to the topic', {
		asNumber: true,
	}),
	text('AclRuleName', 'ACL Rule Name', {
		placeholder: 'e.g. orders-readers',
		description: "The preset ACL rule, together with 'Apply ACL Rule'",
	}),
	retentionBytes(),
	tags('Keys and values by which topics are found'),
	choice('LogMsgTimestampType', 'Message Time', {
		values: { CreateTime: 'When It Was Sent', LogAppendTime: 'When It Was Stored' },
		description: 'Which time is stored with a message',
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
	for (const [onOff, onOffLabel, parameter, label] of PAIRS) {
		if (body[onOff] === 1 && body[parameter] === undefined) {
			throw new BadInput(label, 'is missing', `Add it, or turn '${onOffLabel}' off.`);
		}
		if (body[onOff] !== 1 && body[parameter] !== undefined) {
			throw new BadInput(
				label,
				`is set without '${onOffLabel}'`,
				`Add '${onOffLabel}' and turn it on, or remove this.`,
			);
		}
	}
	const [least, replicas] = [Number(body.MinInsyncReplicas), Number(body.ReplicaNum)];
	if (least > replicas) {
		throw new BadInput(
			'Minimum In-Sync Replicas',
			`is ${least}, but the topic gets ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`,
			'Give at most as many as there are replicas, else no message with acks=-1 is accepted.',
		);
	}
}
