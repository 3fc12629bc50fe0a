import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';
import { integer, text } from '../../../../shared/form/fields';
import { instance } from '../../../fields';

/** Gets what topics take of the disks. DMS for Kafka API Reference 5.2.7; an entry a broker. */
export const getDiskUsage: Operation = {
	value: 'getDiskUsage',
	name: 'Get Disk Usage of Topics',
	action: 'Get disk usage of topics',
	description: 'Get the disk usage of topic partitions on each broker',
	api: 'ShowKafkaTopicPartitionDiskusage',
	request: get('/v2/{project_id}/instances/{instance_id}/topics/diskusage'),
	kind: 'read',
	fields: [instance()],
	options: [
		text('minSize', 'Minimum Size', {
			sentIn: 'query',
			placeholder: 'e.g. 1G',
			description: 'Return only partitions of at least this size: 1K, 1M, or 1G (the default)',
		}),
		integer('top', 'Largest Partitions', {
			sentIn: 'query',
			range: [1, 1000],
			default: 10,
			asText: true,
			description: 'Return only this many of the largest partitions',
		}),
		text('percentage', 'Minimum Share (%)', {
			sentIn: 'query',
			pattern: [/^\d+(\.\d+)?$/, 'must be a number without a percent sign'],
			placeholder: 'e.g. 10',
			description: 'Return only partitions that use at least this share of the disk',
		}),
	],
	outcome: entries('broker_list'),
};
