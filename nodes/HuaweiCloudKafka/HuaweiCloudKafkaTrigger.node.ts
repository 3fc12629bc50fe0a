import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import type { Clock } from '../shared/contract/clock';
import { bound } from '../shared/form/listSearch';
import { systemClock } from '../shared/request/clock';
import { pollOf } from '../shared/trigger/poller';
import {
	eventsField,
	instanceEventOptions,
	statusesField,
	triggerOptions,
} from '../shared/trigger/fields';
import { TASK_EVENTS } from './trigger/settings';
import { sources } from './trigger/sources';
import { instance } from './fields';
import { searchInstances } from './methods/listSearch';
import { INSTANCE_STATUSES, namedStatuses } from './api/status';

/** Watches the status of Kafka instances, their tasks, and their diagnoses on Huawei Cloud. */
export class HuaweiCloudKafkaTrigger implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

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
			'Starts the workflow when the status of a Kafka instance or background task on Huawei Cloud (DMS for Kafka) changes; its actions provision, operate, and clean up Kafka',
		defaults: { name: 'Huawei Cloud Kafka Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaHuaweiCloudApi', required: true }],
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
				{
					name: 'Diagnosis Changed',
					value: 'diagnosisChanged',
					description: 'A diagnosis of the selected instance appeared or changed its status',
				},
				{
					name: 'Diagnosis Finished',
					value: 'diagnosisFinished',
					description: 'A diagnosis of the selected instance ended or failed',
				},
				{
					name: 'Scheduled Task Changed',
					value: 'scheduledTaskChanged',
					description: 'A scheduled task of the selected instance appeared or changed its status',
				},
				{
					name: 'Scheduled Task Finished',
					value: 'scheduledTaskFinished',
					description:
						'A scheduled task of the selected instance succeeded, failed, or was cancelled',
				},
				{
					name: 'Smart Connect Task Changed',
					value: 'smartConnectTaskChanged',
					description:
						'A Smart Connect task of the selected instance appeared or changed its status',
				},
			]),
			{
				...instance().property,
				description: 'Instance whose tasks and diagnoses to watch',
				displayOptions: { show: { events: TASK_EVENTS } },
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

	methods = { listSearch: bound({ searchInstances }, sources.vendor, this.clock) };

	poll = pollOf(sources, this.clock, this.description.properties);
}
