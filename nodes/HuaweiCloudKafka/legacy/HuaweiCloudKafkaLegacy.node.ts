import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { assemble } from '../../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../../shared/form/baseUrl';
import { isBilled, isDeletion, operationHint } from '../../shared/form/hints';
import { bound, usedBy } from '../../shared/form/listSearch';
import { systemClock } from '../../shared/request/clock';
import { sender } from '../../shared/run/send';
import { tellingFailures } from '../api/tellFailures';
import { huawei, region } from '../vendor';
import { listSearch } from '../methods/listSearch';
import { loadOptions } from '../methods/loadOptions';
import { NOTICES } from '../fields';
import { resources } from './resources';

/** Kafka on Huawei Cloud as it was: V1 of the API, and V2 under paths that have been replaced. */
export class HuaweiCloudKafkaLegacy implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud Kafka (Legacy)',
		name: 'huaweiCloudKafkaLegacy',
		icon: {
			light: 'file:../../../icons/huaweiCloudKafka.svg',
			dark: 'file:../../../icons/huaweiCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Call deprecated API operations for Kafka instances and topics on Huawei Cloud (DMS for Kafka V1)',
		defaults: { name: 'Huawei Cloud Kafka (Legacy)' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Deprecated operations of Huawei Cloud Kafka, for workflows that already depend on them; for everything new, use the Huawei Cloud Kafka node.',
		},
		sensitiveOutputFields: ['password', 'kafka_manager_password'],
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
