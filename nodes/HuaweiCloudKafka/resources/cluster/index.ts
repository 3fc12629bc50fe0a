import type { IDataObject } from 'n8n-workflow';

import { integer, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { entries, get, one } from '../../../shared/contract/operation';
import { instance } from '../../fields';

/** Gets brokers and counts. DMS for Kafka API Reference 5.2.5; only while there is Kafka Manager. */
const getMetadata: Operation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of cluster',
	description: 'Get the brokers of the cluster and the number of topics, partitions, and replicas',
	api: 'ShowCluster',
	request: get('/v2/{project_id}/instances/{instance_id}/management/cluster'),
	fields: [instance()],
	outcome: ({ cluster }) => one((cluster ?? {}) as IDataObject),
};

/** Lists coordinators. DMS for Kafka API Reference 5.2.6; only while there is Kafka Manager. */
const getCoordinators: Operation = {
	value: 'getCoordinators',
	name: 'Get Coordinators',
	action: 'Get coordinators of cluster',
	description: 'Get the coordinator broker of each consumer group',
	api: 'ShowCoordinators',
	request: get('/v2/{project_id}/instances/{instance_id}/management/coordinators'),
	fields: [instance()],
	outcome: entries('coordinators'),
};

/** Gets what topics take of the disks. DMS for Kafka API Reference 5.2.7; an entry a broker. */
const getDiskUsage: Operation = {
	value: 'getDiskUsage',
	name: 'Get Disk Usage of Topics',
	action: 'Get disk usage of topics',
	description: 'Get the disk usage of topic partitions on each broker',
	api: 'ShowKafkaTopicPartitionDiskusage',
	request: get('/v2/{project_id}/instances/{instance_id}/topics/diskusage'),
	fields: [instance()],
	options: [
		text('minSize', 'Minimum Size', {
			place: 'query',
			placeholder: 'e.g. 1G',
			description: 'Return only partitions of at least this size: 1K, 1M, or 1G (the default)',
		}),
		integer('top', 'Largest Partitions', {
			place: 'query',
			range: [1, 1000],
			default: 10,
			asText: true,
			description: 'Return only this many of the largest partitions',
		}),
		text('percentage', 'Minimum Share (%)', {
			place: 'query',
			pattern: [/^\d+(\.\d+)?$/, 'must be a number without a percent sign'],
			placeholder: 'e.g. 10',
			description: 'Return only partitions that use at least this share of the disk',
		}),
	],
	outcome: entries('broker_list'),
};

/** Gets dimensions and metrics for Cloud Eye. DMS for Kafka API Reference 5.10.4. */
const getMonitoring: Operation = {
	value: 'getMonitoring',
	name: 'Get Monitoring Dimensions',
	action: 'Get monitoring dimensions of cluster',
	description: 'Get the Cloud Eye monitoring dimensions and metrics of the instance',
	api: 'ShowCesHierarchy',
	request: get('/v2/{project_id}/instances/{instance_id}/ces-hierarchy'),
	fields: [instance()],
};

export const cluster: Resource = {
	value: 'cluster',
	name: 'Cluster',
	operations: [getMetadata, getCoordinators, getDiskUsage, getMonitoring],
};
