import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { NAMING, shownFor } from './showing';
import { exampleKey } from './wording';

/** The instance that an operation is for. */
export const instanceField = (vendors: readonly FleetVendor[]): INodeProperties => ({
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
			placeholder: `e.g. ${exampleKey(vendors)}`,
			hint: "The field 'key' of the node's items: cloud, region, project ID, and instance ID",
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: `e.g. ${exampleKey(vendors).split(':')[3]}`,
			hint: `${vendors.length > 1 ? "Only with one cloud in 'Clouds'; in" : 'In'} the credential's region, or in the one chosen region`,
		},
	],
});
