import { BadInput, quoted } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, text } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instance, topic } from '../../fields';

const SETTINGS = {
	'max.message.bytes': 'Maximum Message Size (Bytes)',
	'message.timestamp.difference.max.ms': 'Maximum Timestamp Difference (Ms)',
	'retention.hours': 'Retention (Hours, Serverless)',
	'retention.ms': 'Retention (Ms)',
	'message.timestamp.type': 'Timestamp Type',
};

/** Largest number of 64 bits, which is what instances have by themselves: more than a number here holds. */
const MOST = 2n ** 63n - 1n;

/** Smallest and largest value of the settings that are numbers. */
const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
	'retention.ms': [3_600_000n, 31_536_000_000n],
	'retention.hours': [24n, 8760n],
	'max.message.bytes': [1_048_576n, 10_485_760n],
	'message.timestamp.difference.max.ms': [0n, MOST],
};

/** Rules for the value of each setting. */
function check({ body = {} }: ApiRequest): void {
	const value = String(body.Value);
	if (body.Config === 'message.timestamp.type') {
		if (value === 'CreateTime' || value === 'LogAppendTime') return;
		throw new BadInput(
			'Value',
			`cannot be ${quoted(value)} for the timestamp type`,
			'Use CreateTime or LogAppendTime.',
		);
	}
	const setting = String(body.Config);
	const [least, most] = RANGES[setting];
	if (/^\d{1,19}$/.test(value) && BigInt(value) >= least && BigInt(value) <= most) return;
	throw new BadInput(
		'Value',
		`cannot be ${quoted(value)} for ${setting}`,
		`Enter a whole number from ${least} to ${most}.`,
	);
}

/**
 * Changes one setting. UpdateTopicConfig of the official SDK 2.14.0; one a call, and its value always as
 * text.
 */
export const updateSetting: Operation = {
	value: 'updateSetting',
	name: 'Update Setting',
	action: 'Update setting of topic',
	description:
		'Change one setting of a topic with local storage, or of any topic on a serverless instance',
	...operation('change', 'UpdateTopicConfig'),
	warning: 'A shorter retention deletes older messages.',
	fields: [
		instance(),
		topic(),
		choice('Config', 'Setting', {
			name: 'setting',
			required: true,
			values: SETTINGS,
			description:
				'Retention is in milliseconds on reserved instances and in hours on serverless instances',
		}),
		text('Value', 'Value', {
			required: true,
			placeholder: 'e.g. 86400000',
			description:
				'Retention 3600000 to 31536000000 ms or 24 to 8760 hours; maximum message size 1048576 to 10485760 bytes; timestamp type CreateTime or LogAppendTime',
		}),
	],
	check: check,
	outcome: acknowledged({ updated: true }, 'Topic', 'Config', 'Value'),
	subject: ({ Topic: name, Config: setting }) => `${String(setting)} of topic ${String(name)} set`,
};
