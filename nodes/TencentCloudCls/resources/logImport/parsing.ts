import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, choices, flag, list, record, text } from '../../../shared/form/fields';
import type { Common } from '../../../shared/form/fields/base';

/** How messages become logs: `LogRechargeRule` of the Log Service. */

const RULE = 'LogRechargeRule';

type Show = NonNullable<Common['show']>;

/** Names of formats. The SDK's `full_regex_log` and `delimiter_log` are no values of the API. */
const FORMATS = {
	json_log: 'JSON',
	minimalist_log: 'Single Line',
	fullregex_log: 'Single Line, Full Regular Expression',
};

const TIME_SOURCES = { 0: 'System Time', 1: 'Kafka Message Time' };

/**
 * What has to be known, and what depends on it.
 *
 * @param show When all of it is shown
 */
export function parsingFields(show?: Show, required = true): Field[] {
	const when = (more: Show): Show => ({ ...show, ...more });
	const ownTime = { defaultTimeSwitch: [false] };
	return [
		choice(`${RULE}.RechargeType`, 'Log Format', {
			name: 'rechargeType',
			required,
			show,
			values: FORMATS,
			default: 'json_log',
		}),
		choice(`${RULE}.EncodingFormat`, 'Encoding', {
			name: 'encodingFormat',
			required,
			show,
			values: { 0: 'UTF-8', 1: 'GBK' },
			default: '0',
			asNumber: true,
		}),
		text(`${RULE}.LogRegex`, 'Log Regular Expression', {
			name: 'logRegex',
			required: true,
			show: when({ rechargeType: ['fullregex_log'] }),
			placeholder: 'e.g. (\\S+) (\\S+) (.*)',
			description: 'Expression that matches a whole log, with a group for each key',
		}),
		list(`${RULE}.Keys`, 'Keys', {
			name: 'keys',
			required: true,
			show: when({ rechargeType: ['fullregex_log'] }),
			placeholder: 'e.g. time, level, message',
			description: 'Key for each group of the expression, comma-separated',
		}),
		flag(
			`${RULE}.DefaultTimeSwitch`,
			'Use Default Time',
			'Whether the time of a log is that of the system or the message; otherwise it is read from the log',
			{ name: 'defaultTimeSwitch', required, show, default: true },
		),
		text(`${RULE}.TimeKey`, 'Time Key', {
			name: 'timeKey',
			required: true,
			show: when({ ...ownTime, rechargeType: ['json_log', 'fullregex_log'] }),
			placeholder: 'e.g. time',
			description: 'Field of the log that contains its time',
		}),
		text(`${RULE}.TimeRegex`, 'Time Regular Expression', {
			name: 'timeRegex',
			required: true,
			show: when({ ...ownTime, rechargeType: ['minimalist_log'] }),
			placeholder: 'e.g. ^(\\S+ \\S+)',
			description: 'Expression that extracts the time from the log',
		}),
		text(`${RULE}.TimeFormat`, 'Time Format', {
			name: 'timeFormat',
			required: true,
			show: when(ownTime),
			placeholder: 'e.g. %Y-%m-%d %H:%M:%S',
		}),
		text(`${RULE}.TimeZone`, 'Time Zone', {
			name: 'timeZone',
			required: true,
			show: when(ownTime),
			placeholder: 'e.g. UTC+08:00',
		}),
	];
}

/** Longest name of a field of nested JSON, and most of them. */
const LONGEST_FIELD = 128;
const MOST_FIELDS = 3;

/** What may be left out. */
export const parsingOptions = (): Field[] => [
	choice(`${RULE}.DefaultTimeSrc`, 'Default Time', {
		name: 'defaultTimeSrc',
		values: TIME_SOURCES,
		asNumber: true,
		description: 'Time of logs whose own time is not used',
	}),
	flag(
		`${RULE}.UnMatchLogSwitch`,
		'Keep Unparsed Logs',
		'Whether logs that cannot be parsed are kept',
		{ name: 'unMatchLogSwitch' },
	),
	text(`${RULE}.UnMatchLogKey`, 'Key of Unparsed Logs', {
		name: 'unMatchLogKey',
		placeholder: 'e.g. LogParseFailure',
		description: 'Key under which a log that cannot be parsed is kept',
	}),
	choice(`${RULE}.UnMatchLogTimeSrc`, 'Time of Unparsed Logs', {
		name: 'unMatchLogTimeSrc',
		values: TIME_SOURCES,
		asNumber: true,
	}),
	choices(`${RULE}.Metadata`, 'Kafka Metadata', {
		name: 'metadata',
		open: true,
		values: {
			kafka_offset: 'Offset',
			kafka_partition: 'Partition',
			kafka_timestamp: 'Timestamp',
			kafka_topic: 'Topic',
		},
		description: 'What each log contains of its message',
	}),
	flag(
		`${RULE}.ParseArray`,
		'Split JSON Arrays',
		'Whether each element of a JSON array at the top becomes a log of its own',
		{ name: 'parseArray' },
	),
	text(`${RULE}.Delimiter`, 'Delimiter', {
		name: 'delimiter',
		description: 'Separator of fields, for logs that are separated',
	}),
	record(`${RULE}.JsonExpand`, 'Nested JSON', {
		name: 'jsonExpand',
		entry: 'Settings',
		description: 'Fields with JSON in them that are expanded; for the format JSON only',
		fields: [
			flag('Switch', 'Expand', 'Whether nested JSON is expanded', {
				required: true,
				default: true,
			}),
			list('Fields', 'Fields', {
				required: true,
				count: [1, MOST_FIELDS],
				entry: { length: [1, LONGEST_FIELD] },
				placeholder: 'e.g. payload, context',
				description: 'Up to 3 fields to expand, comma-separated',
			}),
			flag('DropOriginal', 'Drop Original', 'Whether the field itself is dropped', {
				default: true,
			}),
			choice('ConflictPolicy', 'On Conflict', {
				values: { keep_outer: 'Keep Existing Field', keep_inner: 'Keep Nested Field' },
				default: 'keep_outer',
			}),
		],
	}),
];

/** What has to be there with any other setting of the rule. */
const BASIS = ['RechargeType', 'EncodingFormat', 'DefaultTimeSwitch'];

/**
 * Settings without the format they belong to, and nested JSON in another format.
 *
 * @throws {BadInput}
 */
export function checkParsing({ body = {} }: ApiRequest, where: string): void {
	const rule = body[RULE] as Record<string, unknown> | undefined;
	if (rule === undefined) return;
	if (BASIS.some((name) => rule[name] === undefined)) {
		throw new BadInput(
			where,
			'is missing, which the other settings for logs belong to',
			'Add it, or remove the other settings.',
		);
	}
	if (rule.JsonExpand !== undefined && rule.RechargeType !== 'json_log') {
		throw new BadInput(
			'Nested JSON',
			"is available only if 'Log Format' is JSON",
			"Remove it, or set 'Log Format' to JSON.",
		);
	}
}
