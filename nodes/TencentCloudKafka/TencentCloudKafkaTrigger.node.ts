import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { TENCENT_REGIONS } from '../../credentials/regions/tencent';
import { byLabel } from '../shared/form/labels';
import type { Clock } from '../shared/contract/clock';
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
			'Starts the workflow when a Kafka instance on Tencent Cloud (CKafka) changes its status or is about to expire, or when a task finishes; its actions provision, operate, and clean up Kafka',
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
			statusesField(
				[...INSTANCE_STATUSES.values()]
					.map(({ name }) => ({ name: titled(name), value: name }))
					.sort((a, b) => byLabel(a.name, b.name)),
			),
			triggerOptions(TENCENT_REGIONS, [expiryDaysOption]),
		],
	};

	poll = pollOf(sources, this.clock, this.description.properties);
}
