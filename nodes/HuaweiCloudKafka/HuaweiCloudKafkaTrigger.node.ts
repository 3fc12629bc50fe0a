import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import { runPoll } from '../shared/poll';
import {
	eventsField,
	instanceEventOptions,
	statusesField,
	triggerOptions,
} from '../shared/triggerFields';
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
			eventsField([
				...instanceEventOptions,
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
			]),
			{
				...instance().property,
				description: 'The instance whose background tasks are watched',
				displayOptions: { show: { events: ['taskChanged', 'taskFinished'] } },
			},
			statusesField(
				Object.keys(INSTANCE_STATUSES)
					.sort()
					.map((status) => ({ name: status, value: status })),
			),
			triggerOptions(HUAWEI_REGIONS),
		],
	};

	methods = { listSearch: { searchInstances } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async (signal) => await pollerOf(this, signal));
	}
}
