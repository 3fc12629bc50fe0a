import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import { runPoll } from '../shared/trigger/poll';
import {
	eventsField,
	instanceEventOptions,
	statusesField,
	triggerOptions,
} from '../shared/trigger/fields';
import { pollerOf } from './trigger/poller';
import { instance } from './fields';
import { searchInstances } from './methods/listSearch';
import { INSTANCE_STATUSES, namedStatuses } from './api/status';

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
		description:
			'Starts the workflow when the status of a Kafka instance or background task changes',
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
					description: 'A background task of the selected instance appeared or changed its status',
				},
				{
					name: 'Background Task Finished',
					value: 'taskFinished',
					description: 'A background task of the selected instance succeeded or failed',
				},
			]),
			{
				...instance().property,
				description: 'Instance whose background tasks to watch',
				displayOptions: { show: { events: ['taskChanged', 'taskFinished'] } },
			},
			statusesField(
				Object.entries(namedStatuses(Object.keys(INSTANCE_STATUSES))).map(([value, name]) => ({
					name,
					value,
				})),
			),
			triggerOptions(HUAWEI_REGIONS),
		],
	};

	methods = { listSearch: { searchInstances } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await runPoll(this, async (signal) => await pollerOf(this, signal));
	}
}
