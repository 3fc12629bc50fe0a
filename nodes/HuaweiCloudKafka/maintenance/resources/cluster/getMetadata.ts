import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../../shared/contract/operation';
import { get, singleItem } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';

/** Gets brokers and counts. DMS for Kafka API Reference 5.2.5; only while there is Kafka Manager. */
export const getMetadata: Operation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of cluster',
	description: 'Get the brokers of the cluster and the number of topics, partitions, and replicas',
	api: 'ShowCluster',
	request: get('/v2/{project_id}/instances/{instance_id}/management/cluster'),
	kind: 'read',
	fields: [instance()],
	outcome: ({ cluster }) => singleItem((cluster ?? {}) as IDataObject),
};
