import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import { runPoll } from '../shared/poll';
import { pollerOf } from './events';
import { instance } from './fields';
import { searchInstances } from './lookups';
import { INSTANCE_STATUSES } from './status';

/** Watches the status of Kafka instances and their background tasks on Huawei Cloud. */
export class HuaweiCloudKafkaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud Kafka Trigger',
		name: 'huaweiCloudKafkaTrigger',
		icon: {
			light: 'file:../../icons/huaweiCloudKafka.svg',
			dark: 'file:../../icons/huaweiCloudKafka.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts a workflow when a Kafka instance or a background task changes its status',
		defaults: { name: 'Huawei Cloud Kafka Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCloudApi', required: true }],
		properties: [
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				default: ['instanceStatusChanged'],
				options: [
					{
						name: 'Background Task Changed',
						value: 'taskChanged',
						description: 'A task of the chosen instance appeared or has another status',
					},
					{
						name: 'Background Task Finished',
						value: 'taskFinished',
						description: 'A task of the chosen instance has ended, well or not',
					},
					{
						name: 'Instance Appeared',
						value: 'instanceAppeared',
						description: 'An instance is there that was not there before',
					},
					{
						name: 'Instance Disappeared',
						value: 'instanceDisappeared',
						description:
							'An instance has been deleted completely; until then its status is DELETING',
					},
					{
						name: 'Instance Status Changed',
						value: 'instanceStatusChanged',
						description:
							'An instance has another status than before, for example RUNNING; a new one has appeared instead',
					},
				],
			},
			{
				...instance().property,
				description: 'The instance whose background tasks are watched',
				displayOptions: { show: { events: ['taskChanged', 'taskFinished'] } },
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				options: Object.keys(INSTANCE_STATUSES)
					.sort()
					.map((status) => ({ name: status, value: status })),
				displayOptions: { show: { events: ['instanceStatusChanged'] } },
				description: 'Only changes to one of these statuses; leave empty for all',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Emit Current State',
						name: 'emitCurrent',
						type: 'boolean',
						default: false,
						description:
							'Whether the first poll emits what is there already, instead of only taking note of it',
					},
					{
						displayName: 'Instance Name',
						name: 'nameFilter',
						type: 'string',
						default: '',
						placeholder: 'e.g. orders-',
						description: 'Only instances whose name holds this text',
					},
					{
						displayName: 'Region',
						name: 'region',
						type: 'options',
						options: [{ name: 'From Credential', value: '' }, ...HUAWEI_REGIONS],
						default: '',
						description: "Another region than the credential's",
					},
				],
			},
		],
	};

	methods = { listSearch: { searchInstances } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async (signal) => await pollerOf(this, signal));
	}
}
