import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { assemble } from '../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../shared/form/hints';
import { bound, usedBy } from '../shared/form/listSearch';
import { systemClock } from '../shared/request/clock';
import { sender } from '../shared/run/send';
import { tellingFailures } from './api/tellFailures';
import { huawei, region } from './vendor';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { NOTICES } from './fields';
import { resources } from './resources';

/** Kafka on Huawei Cloud: provisions, operates and cleans up instances of DMS for Kafka. */
export class HuaweiCloudKafka implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud Kafka',
		name: 'huaweiCloudKafka',
		icon: {
			light: 'file:../../icons/huaweiCloudKafka.svg',
			dark: 'file:../../icons/huaweiCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Provision, operate, and clean up Kafka instances on Huawei Cloud (DMS for Kafka)',
		defaults: { name: 'Huawei Cloud Kafka' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				"Creates, changes, and deletes Kafka instances, topics, consumer groups, and users on Huawei Cloud; to consume messages, use the Kafka Trigger node. Instance: Create orders a billed instance and returns its ID immediately; turn on 'waitForCompletion' to continue when it runs, and 'createIfAbsent' wherever the workflow can run more than once.",
		},
		sensitiveOutputFields: ['password', 'new_password', 'pass_word', 'user_passwd'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaHuaweiCloudApi', required: true }],
		hints: [
			operationHint(resources, isBilled, {
				message: 'This creates an instance that is billed until it is deleted.',
				type: 'info',
			}),
			operationHint(resources, isDeletion, {
				message:
					'Deletions cannot be undone, except for instances that are moved to the recycle bin.',
				type: 'warning',
			}),
		],
		requestDefaults: {
			baseURL: ADDRESS_OF_CREDENTIAL,
			headers: { 'Content-Type': 'application/json' },
		},
		requestOperations: {
			pagination: sender(huawei, tellingFailures(resources), [region], this.clock),
		},
		properties: assemble(resources, [region], NOTICES),
	};

	methods = {
		listSearch: bound(usedBy(this.description, listSearch), huawei, this.clock),
		loadOptions: bound(usedBy(this.description, loadOptions), huawei, this.clock),
	};
}
