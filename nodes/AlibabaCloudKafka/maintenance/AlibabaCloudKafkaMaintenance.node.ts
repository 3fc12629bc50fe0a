import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { assemble } from '../../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../../shared/form/hints';
import { bound, usedBy } from '../../shared/form/listSearch';
import { systemClock } from '../../shared/request/clock';
import { sender } from '../../shared/run/send';
import { alibaba, region } from '../vendor';
import { listSearch } from '../methods/listSearch';
import { loadOptions } from '../methods/loadOptions';
import { NOTICES } from '../fields';
import { resources } from './resources';

/** Kafka on Alibaba Cloud beyond everyday work: scaling rules, risks, clients, rebalances, switches, identity, and older orders. */
export class AlibabaCloudKafkaMaintenance implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Kafka Maintenance',
		name: 'alibabaCloudKafkaMaintenance',
		icon: {
			light: 'file:../../../icons/alibabaCloudKafka.svg',
			dark: 'file:../../../icons/alibabaCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Maintain Kafka instances on Alibaba Cloud (ApsaraMQ for Kafka): scaling rules, risks, clients, rebalances, automatic creation, identity, and older orders',
		defaults: { name: 'Alibaba Cloud Kafka Maintenance' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Maintenance of Kafka instances on Alibaba Cloud that is not everyday work: scaling rules of serverless instances, risks, client IP addresses, rebalances, resource groups, automatic creation of topics and consumer groups, downgrades, the identity of the credential, and orders with the older API; to create instances and to work with topics, consumer groups, and users, use the Alibaba Cloud Kafka node.',
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaAlibabaCloudApi', required: true }],
		hints: [
			operationHint(resources, isBilled, {
				message:
					'This orders an instance that is billed until it is released and deleted. The node never places an order twice, also when n8n retries a failed execution.',
				type: 'info',
			}),
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
