import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, moment, rows } from '../../../shared/form/fields';
import { operation } from '../../api/requests';
import { asJson, group, instance, topic } from '../../fields';

/** What stands for a moment in `Time`. */
const EDGES: Readonly<Record<string, string>> = { latest: '-1', earliest: '-2' };

const shownFor = (target: string) => ({ required: true, show: { resetTo: [target] } });

/** A partition given twice would leave it open which of the offsets counts. */
function checkOffsets(offsets: string): void {
	const partitions = (JSON.parse(offsets) as Array<{ Partition: number }>).map(
		({ Partition: number }) => number,
	);
	const twice = partitions.find((one, i) => partitions.indexOf(one) !== i);
	if (twice === undefined) return;
	throw new BadInput(
		'Offsets',
		`contains partition ${twice} twice`,
		'Enter each partition only once.',
	);
}

/** Longest name that this operation takes; of a longer one it would take the beginning. */
const LONGEST_NAME = 64;

/** Cut off, a name could be that of another group or topic. */
function checkName(label: string, name: unknown): void {
	const { length } = String(name ?? '');
	if (length <= LONGEST_NAME) return;
	throw new BadInput(
		label,
		`has ${length} characters`,
		`The service truncates it after ${LONGEST_NAME}, so its offsets cannot be reset here; use a Kafka client.`,
	);
}

/**
 * Turns the choices of the form into what the API takes: a type with a time or offsets, and a topic
 * that is empty for all topics. An empty topic only ever comes from the choice of all topics.
 */
function translate({ body = {} }: ApiRequest): void {
	const { Scope: scope, ResetType: target } = body as { Scope: string; ResetType: string };
	delete body.Scope;
	checkName('Consumer Group', body.ConsumerId);
	checkName('Topic', body.Topic);
	if (target === 'offset') {
		if (scope === 'all') {
			throw new BadInput(
				'Reset To',
				'cannot be set to offsets for all topics',
				"Select one topic, or reset to 'Earliest Message', 'Latest Message', or 'Time'.",
			);
		}
		checkOffsets(String(body.Offsets));
	} else {
		body.ResetType = 'timestamp';
		body.Time = EDGES[target] ?? body.Time;
	}
	if (scope === 'all') body.Topic = '';
}

/**
 * Resets offsets. UpdateConsumerOffset of the official SDK 2.14.0. The vendor's page on managing offsets wants the
 * consumers to be stopped: running ones would commit their own offsets again.
 */
export const resetOffsets: Operation = {
	value: 'resetOffsets',
	name: 'Reset Offsets',
	action: 'Reset offsets of consumer group',
	description:
		'Set the position from which a consumer group continues to read; its consumers should be stopped first',
	...operation('change', 'UpdateConsumerOffset'),
	warning: 'Consumers read messages again or skip them, depending on the new offsets.',
	fields: [
		instance(),
		group(),
		choice('Scope', 'Topics', {
			name: 'topicScope',
			required: true,
			values: { one: 'One Topic', all: 'All Topics of the Group' },
		}),
		topic({ show: { topicScope: ['one'] } }),
		choice('ResetType', 'Reset To', {
			name: 'resetTo',
			required: true,
			values: {
				earliest: 'Earliest Message',
				latest: 'Latest Message',
				time: 'Time',
				offset: 'Offsets of Partitions',
			},
			hint: 'Earliest reads all messages again; latest skips unread messages',
		}),
		moment('Time', 'Timestamp', 'Time of the first message to read', {
			asText: true,
			...shownFor('time'),
		}),
		asJson(
			rows('Offsets', 'Offsets', {
				...shownFor('offset'),
				entry: 'Partition',
				description: 'Partitions and the offsets to continue from; other partitions stay unchanged',
				fields: [
					integer('Partition', 'Partition', {
						required: true,
						range: [0, Number.MAX_SAFE_INTEGER],
						description: 'Partition number, starting from 0',
					}),
					integer('Offset', 'Offset', {
						required: true,
						range: [0, Number.MAX_SAFE_INTEGER],
						description: 'Offset of the next message to read, starting from 0',
					}),
				],
			}),
		),
	],
	check: translate,
	outcome: (_answer, { body = {} }) => {
		const { Topic: name, ...rest } = body;
		return singleItem({
			reset: true,
			...rest,
			...(name === '' ? { allTopics: true } : { Topic: name }),
			...(rest.Offsets !== undefined && { Offsets: JSON.parse(rest.Offsets as string) as never }),
		});
	},
	subject: ({ ConsumerId: name }) => `offsets of consumer group ${String(name)} reset`,
};
