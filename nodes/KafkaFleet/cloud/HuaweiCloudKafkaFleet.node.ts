import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { huaweiFleet } from '../../HuaweiCloudKafka/fleet';
import type { Clock } from '../../shared/contract/clock';
import { systemClock } from '../../shared/request/clock';
import { executorOf, fleetNode } from '../fleetNode';
import { methodsOf } from '../methods';

/** The only cloud of the node: its package has no other one. */
const CLOUDS = [huaweiFleet];

/** One inventory, idle detection, and safe clean-up over all regions of Huawei Cloud. */
export class HuaweiCloudKafkaFleet implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud Kafka Fleet',
		name: 'huaweiCloudKafkaFleet',
		icon: {
			light: 'file:../../../icons/huaweiCloudKafka.svg',
			dark: 'file:../../../icons/huaweiCloudKafka.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Lists the Kafka instances of all regions of Huawei Cloud in one form, finds idle, failed, and expired ones, and cleans them up safely',
		defaults: { name: 'Huawei Cloud Kafka Fleet' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		...fleetNode(CLOUDS),
	};

	methods = methodsOf(CLOUDS, this.clock);

	execute = executorOf(CLOUDS, this.clock, this.description);
}
