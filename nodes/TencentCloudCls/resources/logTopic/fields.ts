import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, choices, flag, record, text } from '../../../shared/form/fields';
import { logTopic } from '../fields';
import { META_FIELDS } from '../metaFields';

/** Fields of log topics that Kafka clients consume. */

export const served = (): Field => logTopic('Log topic that Kafka clients consume', 'FromTopicId');

/** The same, where the API calls it otherwise. */
export const consumed = (): Field => logTopic('Log topic that Kafka clients consume');

const RAW = 0;

/**
 * How clients get the logs.
 *
 * @param defaults Whether the API has defaults for what is left out
 */
export const servingOptions = (defaults: boolean): Field[] => [
	choice('Compression', 'Compression', {
		values: { 0: 'None', 2: 'Snappy', 3: 'LZ4' },
		...(defaults && { default: '0' }),
		asNumber: true,
	}),
	record('ConsumerContent', 'Message Format', {
		entry: 'Format',
		description: 'What the messages that clients get contain',
		fields: [
			choice('Format', 'Format', {
				required: true,
				values: { 0: 'Raw', 1: 'JSON' },
				default: '1',
				asNumber: true,
			}),
			flag('EnableTag', 'Tags', 'Whether messages contain tags; not in the format Raw', {
				required: true,
			}),
			choices('MetaFields', 'Metadata', {
				required: true,
				open: true,
				values: META_FIELDS,
				description: 'Metadata that messages contain; not in the format Raw',
			}),
			choice('TagTransaction', 'Tags As', {
				values: { 1: 'Nested Object', 2: 'Fields' },
				default: '1',
				asNumber: true,
			}),
			choice('JsonType', 'JSON', {
				values: { 1: 'As Is', 2: 'Escaped' },
				default: '1',
				asNumber: true,
				description: 'How fields that contain JSON are returned',
			}),
			flag(
				'AutoConvertNumber',
				'Convert Numbers',
				'Whether numbers that are text at the first level become numbers',
			),
		],
	}),
	choice('HasServicesLog', 'Service Logs', {
		values: { 1: 'Off', 2: 'On' },
		...(defaults && { default: '2' }),
		asNumber: true,
		description: 'Whether CLS logs what clients do',
	}),
	choice('ScopeType', 'Logs', {
		values: { 0: 'New Logs Only', 1: 'Existing and New Logs' },
		...(defaults && { default: '0' }),
		asNumber: true,
		description: 'Which logs clients can consume',
	}),
];

/**
 * Tags or metadata in raw messages.
 *
 * @throws {BadInput}
 */
export function checkFormat({ body = {} }: ApiRequest): void {
	const format = body.ConsumerContent as Record<string, unknown> | undefined;
	if (format?.Format !== RAW || format.EnableTag !== true) return;
	throw new BadInput(
		'Tags',
		'is on, but raw messages contain no tags',
		"Turn it off, or set 'Format' to JSON.",
	);
}

export const groupName = (): Field =>
	text('Group', 'Consumer Group', {
		name: 'kafkaGroup',
		required: true,
		placeholder: 'e.g. orders-service',
	});
