import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { ALIBABA_REGIONS } from '../../credentials/regions/alibaba';
import type { Clock } from '../shared/contract/clock';
import { bound } from '../shared/form/listSearch';
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
import { instance } from './fields';
import { searchInstances } from './methods/listSearch';
import { STATUS_WORDS } from './api/status';

/** "about to expire" -> "About to Expire" */
const titleOf = (words: string) =>
	words.replace(/\b(?!(?:for|to)\b)[a-z]/g, (letter) => letter.toUpperCase());

/** Watches the status and expiry of Kafka instances and their topics on Alibaba Cloud. */
export class AlibabaCloudKafkaTrigger implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Kafka Trigger',
		name: 'alibabaCloudKafkaTrigger',
		icon: {
			light: 'file:../../icons/alibabaCloudKafka.svg',
			dark: 'file:../../icons/alibabaCloudKafka.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when a Kafka instance on Alibaba Cloud (ApsaraMQ for Kafka) changes its status or is about to expire, or when topics are created or deleted; its actions provision, operate, and clean up Kafka',
		defaults: { name: 'Alibaba Cloud Kafka Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaAlibabaCloudApi', required: true }],
		properties: [
			eventsField([
				...instanceEventOptions,
				expiringOption,
				{
					name: 'Topic Created',
					value: 'topicCreated',
					description: 'A topic was created on the selected instance',
				},
				{
					name: 'Topic Deleted',
					value: 'topicDeleted',
					description: 'A topic was deleted from the selected instance',
				},
			]),
			{
				...instance().property,
				description: 'Instance whose topics to watch',
				displayOptions: { show: { events: ['topicCreated', 'topicDeleted'] } },
			},
			statusesField(STATUS_WORDS.map((word) => ({ name: titleOf(word), value: word }))),
			triggerOptions(ALIBABA_REGIONS, [expiryDaysOption]),
		],
	};

	methods = { listSearch: bound({ searchInstances }, sources.vendor, this.clock) };

	poll = pollOf(sources, this.clock, this.description.properties);
}
