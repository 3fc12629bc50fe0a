import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { assemble } from '../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../shared/form/hints';
import { bound, usedBy } from '../shared/form/listSearch';
import { systemClock } from '../shared/request/clock';
import { sender } from '../shared/run/send';
import { alibaba, region } from './vendor';
import { NOTICES } from './fields';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { resources } from './resources';

/** Kafka on Alibaba Cloud: provisions, operates and cleans up instances of ApsaraMQ for Kafka. */
export class AlibabaCloudKafka implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Kafka',
		name: 'alibabaCloudKafka',
		icon: {
			light: 'file:../../icons/alibabaCloudKafka.svg',
			dark: 'file:../../icons/alibabaCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Provision, operate, and clean up Kafka instances on Alibaba Cloud (ApsaraMQ for Kafka)',
		defaults: { name: 'Alibaba Cloud Kafka' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				"Creates, changes, and deletes Kafka instances, topics, consumer groups, and users on Alibaba Cloud; to consume messages, use the Kafka Trigger node. For a new instance, use Instance: Create and Deploy, and to remove one, Instance: Delete Completely; Place Order only places an order. Turn on 'waitForCompletion' to continue when it runs, and 'createIfAbsent' for topics and consumer groups wherever the workflow can run more than once.",
		},
		sensitiveOutputFields: ['Password'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaAlibabaCloudApi', required: true }],
		hints: [
			operationHint(resources, isBilled, {
				message:
					'This orders an instance that is billed until it is released and deleted. The node never places an order twice, also when n8n retries a failed execution.',
				type: 'info',
			}),
			{
				message:
					'A subscription is prepaid and renews automatically every month until you turn off auto-renewal in the console.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition:
					'={{ $parameter["resource"] === "instance" && ($parameter["operation"] === "createSubscription" || ($parameter["operation"] === "createAndDeploy" && $parameter["billing"] === "0")) }}',
			},
			operationHint(resources, isDeletion, {
				message: 'Deletions cannot be undone.',
				type: 'warning',
			}),
		],
		requestDefaults: {
			baseURL: ADDRESS_OF_CREDENTIAL,
		},
		requestOperations: { pagination: sender(alibaba, resources, [region], this.clock) },
		properties: assemble(resources, [region], NOTICES),
	};

	methods = {
		listSearch: bound(usedBy(this.description, listSearch), alibaba, this.clock),
		loadOptions: bound(usedBy(this.description, loadOptions), alibaba, this.clock),
	};
}
