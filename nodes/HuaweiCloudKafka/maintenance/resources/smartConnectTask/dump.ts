import { BadInput } from '../../../../shared/contract/badInput';
import type { Field } from '../../../../shared/contract/field';
import { isBlank } from '../../../../shared/contract/field';
import { choice, flag, integer, secret, text } from '../../../../shared/form/fields';
import { neededIfShown } from '../../../../shared/form/neededIfShown';

const UNDER = 'sink_task';

/** Where in Object Storage Service a task dumps topics, and with which key. */
export function dumpFields(show: Record<string, string[]>): Field[] {
	const shown = { required: true, show };
	return neededIfShown([
		text(`${UNDER}.obs_bucket_name`, 'Bucket', {
			name: 'obsBucketName',
			...shown,
			placeholder: 'e.g. kafka-archive',
			description: 'Bucket in Object Storage Service (OBS) to write to',
		}),
		secret(`${UNDER}.access_key`, 'Access Key ID', {
			name: 'obsSecretKeyId',
			...shown,
			description: 'Key with which the service writes to the bucket',
		}),
		secret(`${UNDER}.secret_key`, 'Secret Access Key', {
			name: 'obsSecretKey',
			...shown,
			description: "Secret that belongs to 'Access Key ID'",
		}),
		choice(`${UNDER}.consumer_strategy`, 'Start At', {
			name: 'dumpFrom',
			...shown,
			values: { latest: 'Latest Message', earliest: 'Earliest Message' },
			description: 'Message with which dumping begins',
		}),
		integer(`${UNDER}.deliver_time_interval`, 'Interval (Seconds)', {
			name: 'deliverTimeInterval',
			...shown,
			range: [30, 900],
			default: 300,
			description: 'Time between two files',
		}),
		choice(`${UNDER}.partition_format`, 'Directory For Each', {
			name: 'partitionFormat',
			...shown,
			default: 'yyyy/MM/dd/HH/mm',
			values: {
				'yyyy/MM/dd': 'Day (yyyy/MM/dd)',
				'yyyy/MM/dd/HH': 'Hour (yyyy/MM/dd/HH)',
				'yyyy/MM/dd/HH/mm': 'Minute (yyyy/MM/dd/HH/mm)',
				'yyyy/MM': 'Month (yyyy/MM)',
				yyyy: 'Year (yyyy)',
			},
			description: 'Time for which a directory holds messages',
		}),
	]);
}

/** How it writes, as options. */
export const dumpOptions = (): Field[] => [
	text(`${UNDER}.obs_path`, 'Directory', {
		name: 'obsPath',
		placeholder: 'e.g. orders/archive',
		description: 'Directory in the bucket, with slashes between levels',
	}),
	text(`${UNDER}.record_delimiter`, 'Delimiter', {
		name: 'recordDelimiter',
		placeholder: 'e.g. ;',
		description:
			'What separates two messages: a comma, a semicolon, a vertical bar, a newline, or nothing',
	}),
	flag(`${UNDER}.store_keys`, 'Keep Keys', 'Whether to write the keys of messages too', {
		name: 'storeKeys',
		default: true,
	}),
];

const NEEDED: Array<[name: string, label: string]> = [
	['obs_bucket_name', 'Bucket'],
	['access_key', 'Access Key ID'],
	['secret_key', 'Secret Access Key'],
];

/**
 * Holds the target against the rules of the reference.
 *
 * @throws {BadInput}
 */
export function checkDump(task: Record<string, unknown>): void {
	for (const [name, label] of NEEDED) {
		if (isBlank(task[name])) throw new BadInput(label, 'is missing', 'Enter a value.');
	}
}
