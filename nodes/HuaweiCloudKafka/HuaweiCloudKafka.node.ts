import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUAWEI_BASE_URL } from '../../credentials/regions/huawei';
import { assemble } from '../shared/form/assemble';
import { sender } from '../shared/run/send';
import { huawei, region } from './vendor';
import * as lookups from './methods/listSearch';
import { resources } from './resources';

const { searchInstances, searchTopics, searchTasks, searchGroups, searchUsers, ...loadOptions } =
	lookups;

/** Kafka on Huawei Cloud: provisions, operates and cleans up instances of DMS for Kafka. */
export class HuaweiCloudKafka implements INodeType {
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
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'huaweiCloudApi', required: true }],
		hints: [
			{
				message: 'This creates an instance that is billed until it is deleted.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition:
					'={{ /^(v1)?create(Instance.*)?$/i.test($parameter["operation"]) && ["instance", "legacyApi"].includes($parameter["resource"]) }}',
			},
			{
				message:
					'Deletions cannot be undone, except for instances that are moved to the recycle bin.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"].toLowerCase().includes("delete") }}',
			},
		],
		requestDefaults: {
			baseURL: HUAWEI_BASE_URL,
			headers: { 'Content-Type': 'application/json' },
		},
		requestOperations: { pagination: sender(huawei, resources, [region]) },
		properties: assemble(resources, [region]),
	};

	methods = {
		listSearch: { searchInstances, searchTopics, searchTasks, searchGroups, searchUsers },
		loadOptions,
	};
}
