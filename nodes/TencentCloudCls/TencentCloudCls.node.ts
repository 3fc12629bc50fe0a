import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { assemble } from '../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../shared/form/baseUrl';
import { isDeletion, operationHint } from '../shared/form/hints';
import { bound, usedBy } from '../shared/form/listSearch';
import { systemClock } from '../shared/request/clock';
import { sender } from '../shared/run/send';
import { loadOptions } from '../TencentCloudKafka/methods/loadOptions';
import { region, tencent } from '../TencentCloudKafka/vendor';
import { listSearch } from './listSearch';
import { resources } from './resources';

/** The Log Service of Tencent Cloud (CLS), as far as it has to do with Kafka. */
export class TencentCloudCls implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud Log Service for Kafka',
		name: 'tencentCloudCls',
		icon: {
			light: 'file:../../icons/tencentCloudKafka.svg',
			dark: 'file:../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Move logs between Tencent Cloud Log Service (CLS) and Kafka: import from Kafka, ship to CKafka, and let Kafka clients consume log topics',
		defaults: { name: 'Tencent Cloud Log Service for Kafka' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Moves logs between Tencent Cloud Log Service and Kafka: imports, shipping, and log topics for Kafka clients; to manage Kafka on Tencent Cloud, use the Tencent Cloud CKafka node.',
		},
		sensitiveOutputFields: ['Password'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaTencentCloudApi', required: true }],
		hints: [
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
			billed: 'Billing starts immediately.',
			deleted: 'Deletions cannot be undone.',
		}),
	};

	methods = {
		listSearch: bound(usedBy(this.description, listSearch), tencent, this.clock),
		loadOptions: bound(usedBy(this.description, loadOptions), tencent, this.clock),
	};
}
