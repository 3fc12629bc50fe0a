import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { assemble } from '../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../shared/form/hints';
import { bound, usedBy } from '../shared/form/listSearch';
import { systemClock } from '../shared/request/clock';
import { sender } from '../shared/run/send';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { resources } from './resources';
import { region, tencent } from './vendor';

/** Kafka on Tencent Cloud: provisions, operates and cleans up instances of CKafka. */
export class TencentCloudKafka implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud CKafka',
		name: 'tencentCloudKafka',
		icon: {
			light: 'file:../../icons/tencentCloudKafka.svg',
			dark: 'file:../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Provision, operate, and clean up Kafka instances on Tencent Cloud (CKafka)',
		defaults: { name: 'Tencent Cloud CKafka' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				"Creates, changes, and deletes Kafka instances, topics, consumer groups, and users on Tencent Cloud; to consume messages, use the Kafka Trigger node. Instance: Create orders a billed instance by the hour, Create Subscription pays in advance; turn on 'waitForCompletion' to continue when it runs, and 'createIfAbsent' wherever the workflow can run more than once.",
		},
		sensitiveOutputFields: ['Password', 'PasswordNew'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaTencentCloudApi', required: true }],
		hints: [
			operationHint(resources, isBilled, {
				message: 'This buys an instance that is billed until it is deleted.',
				type: 'info',
			}),
			operationHint(resources, isDeletion, {
				message: 'Deletions cannot be undone.',
				type: 'warning',
			}),
		],
		requestDefaults: {
			baseURL: ADDRESS_OF_CREDENTIAL,
			headers: { 'Content-Type': 'application/json' },
		},
		requestOperations: { pagination: sender(tencent, resources, [region], this.clock) },
		properties: assemble(resources, [region], {
			billed: 'Billing starts immediately and continues until the instance is deleted.',
			deleted: 'Deletions cannot be undone.',
		}),
	};

	methods = {
		listSearch: bound(usedBy(this.description, listSearch), tencent, this.clock),
		loadOptions: bound(usedBy(this.description, loadOptions), tencent, this.clock),
	};
}
