import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { assemble } from '../../shared/form/assemble';
import { ADDRESS_OF_CREDENTIAL } from '../../shared/form/baseUrl';
import { isDeletion, operationHint } from '../../shared/form/hints';
import { bound, usedBy } from '../../shared/form/listSearch';
import { systemClock } from '../../shared/request/clock';
import { sender } from '../../shared/run/send';
import { tellingFailures } from '../api/tellFailures';
import { huawei, region } from '../vendor';
import { listSearch } from '../methods/listSearch';
import { loadOptions } from '../methods/loadOptions';
import { NOTICES } from '../fields';
import { resources } from './resources';

/** Kafka on Huawei Cloud behind the scenes: upgrades, schedules, logs, diagnosis, and Smart Connect. */
export class HuaweiCloudKafkaMaintenance implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud Kafka Maintenance',
		name: 'huaweiCloudKafkaMaintenance',
		icon: {
			light: 'file:../../../icons/huaweiCloudKafka.svg',
			dark: 'file:../../../icons/huaweiCloudKafka.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Maintain Kafka instances on Huawei Cloud (DMS for Kafka): upgrades, scheduled tasks, quotas, logs, diagnosis, and Smart Connect',
		defaults: { name: 'Huawei Cloud Kafka Maintenance' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Maintenance of Kafka instances on Huawei Cloud that is not everyday work: upgrades, broker addresses for other VPCs, scheduled tasks, quotas of topics and users, logs, diagnosis, and data replication by Smart Connect; to create instances and to work with topics, consumer groups, and users, use the Huawei Cloud Kafka node.',
		},
		sensitiveOutputFields: ['password', 'new_password', 'access_key', 'secret_key'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'managedKafkaHuaweiCloudApi', required: true }],
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
