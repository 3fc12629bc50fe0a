import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { assemble } from '../../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../../shared/form/hints';
import { bound, usedBy } from '../../shared/form/listSearch';
import { systemClock } from '../../shared/request/clock';
import { sender } from '../../shared/run/send';
import { region, tencent } from '../vendor';
import { listSearch } from './listSearch';
import { loadOptions } from '../methods/loadOptions';
import { resources } from './resources';

/** Kafka on Tencent Cloud, beyond everyday work: tags, limits, monitoring, and connectors of CKafka instances. */
export class TencentCloudKafkaMaintenance implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud CKafka Maintenance',
		name: 'tencentCloudKafkaMaintenance',
		icon: {
			light: 'file:../../../icons/tencentCloudKafka.svg',
			dark: 'file:../../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Maintain Kafka instances on Tencent Cloud (CKafka): throttling rules, security groups, monitoring, tags, and connector tasks',
		defaults: { name: 'Tencent Cloud CKafka Maintenance' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Throttling rules, security groups of routes, traffic ranking, automatic maintenance, Prometheus, tags, and connector tasks of Kafka instances on Tencent Cloud; to create, change, or delete instances, topics, consumer groups, and users, use the Tencent Cloud CKafka node.',
		},
		sensitiveOutputFields: ['GroupPassword', 'Password'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaTencentCloudApi', required: true }],
		hints: [
			operationHint(resources, isBilled, {
				message: 'This starts something that is billed until it is deleted.',
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
			billed: 'Billing starts immediately and continues until it is deleted.',
			deleted: 'Deletions cannot be undone.',
		}),
	};

	methods = {
		listSearch: bound(usedBy(this.description, listSearch), tencent, this.clock),
		loadOptions: bound(usedBy(this.description, loadOptions), tencent, this.clock),
	};
}
