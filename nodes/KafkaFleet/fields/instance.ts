import type { INodeProperties } from 'n8n-workflow';

import { NAMING, shownFor } from './showing';

/** The instance that an operation is for. */
export const instanceField: INodeProperties = {
	displayName: 'Instance',
	name: 'instance',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'key', value: '={{ $json.key }}' },
	description: 'Kafka instance to operate on',
	displayOptions: shownFor(NAMING),
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an instance…',
			typeOptions: { searchListMethod: 'searchInstances', searchable: true },
		},
		{
			displayName: 'By Key',
			name: 'key',
			type: 'string',
			placeholder: 'e.g. tencent:ap-guangzhou::ckafka-7vqkjomv',
			hint: "The field 'key' of the node's items: cloud, region, project ID, and instance ID",
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. ckafka-7vqkjomv',
			hint: "Only with one cloud in 'Clouds'; in the credential's region, or in the one chosen region",
		},
	],
};
