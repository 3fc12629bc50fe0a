import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { TENCENT_REGIONS } from '../../credentials/regions/tencent';
import { byLabel } from '../shared/form/labels';
import type { Clock } from '../shared/contract/clock';
import { bound } from '../shared/form/listSearch';
import { optionsOf } from '../shared/form/lookups';
import { systemClock } from '../shared/request/clock';
import { pollOf } from '../shared/trigger/poller';
import {
	eventsField,
	expiringOption,
	expiryDaysOption,
	instanceEventOptions,
	statusesField,
	triggerOptions,
} from '../shared/trigger/fields';
import { sources } from './trigger/sources';
import { titled } from './fields';
import { logTopics } from './lookups/logTopics';
import { INSTANCE_STATUSES } from './api/status';

/** Watches the status of Kafka instances, their expiry and the end of tasks on Tencent Cloud. */
export class TencentCloudKafkaTrigger implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud CKafka Trigger',
		name: 'tencentCloudKafkaTrigger',
		icon: {
			light: 'file:../../icons/tencentCloudKafka.svg',
			dark: 'file:../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when a Kafka instance on Tencent Cloud (CKafka) changes its status or is about to expire, or when a task finishes or fails; its actions provision, operate, and clean up Kafka',
		defaults: { name: 'Tencent Cloud CKafka Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaTencentCloudApi', required: true }],
		properties: [
			eventsField([
				...instanceEventOptions,
				expiringOption,
				{
					name: 'Task Finished',
					value: 'taskFinished',
					description: 'One of the given tasks succeeded or failed; emitted once',
				},
				{
					name: 'Connector Task Failed',
					value: 'connectorTaskFailed',
					description:
						'Creating, pausing, resuming, or deleting a connector task failed; China site only',
				},
				{
					name: 'Connector Task Status Changed',
					value: 'connectorTaskStatusChanged',
					description: 'A connector task has another status, or is deleted; China site only',
				},
				{
					name: 'Log Import Failed',
					value: 'logImportFailed',
					description: 'An import of the Log Service from Kafka has stopped with an error',
				},
				{
					name: 'Log Import Status Changed',
					value: 'logImportStatusChanged',
					description:
						'An import of the Log Service from Kafka runs, is paused, has an error, or is deleted',
				},
			]),
			{
				displayName: 'Task IDs',
				name: 'flowIds',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 1234567, 1234568',
				displayOptions: { show: { events: ['taskFinished'] } },
				description:
					'FlowId from the output of the operations that started the tasks; comma-separated, or a list from an expression',
			},
			{
				displayName: 'Log Topic Names or IDs',
				name: 'logTopicIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getLogTopics' },
				required: true,
				default: [],
				displayOptions: { show: { events: ['logImportFailed', 'logImportStatusChanged'] } },
				description:
					'Log topics whose imports are watched. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			statusesField(
				[...INSTANCE_STATUSES.values()]
					.map(({ name }) => ({ name: titled(name), value: name }))
					.sort((a, b) => byLabel(a.name, b.name)),
			),
			triggerOptions(TENCENT_REGIONS, [expiryDaysOption]),
		],
	};

	methods = {
		loadOptions: bound({ getLogTopics: optionsOf(logTopics) }, sources.vendor, this.clock),
	};

	poll = pollOf(sources, this.clock, this.description.properties);
}
