import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { fleet as tencentFleet } from '../../TencentCloudKafka/fleet';
import type { Clock } from '../../shared/contract/clock';
import { systemClock } from '../../shared/request/clock';
import { executorOf, fleetNode } from '../fleetNode';
import { methodsOf } from '../methods';

/** The only cloud of the node: its package has no other one. */
const CLOUDS = [tencentFleet];

/** One inventory, idle detection, and safe clean-up over all regions of Tencent Cloud. */
export class TencentCloudKafkaFleet implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud CKafka Fleet',
		name: 'tencentCloudKafkaFleet',
		icon: {
			light: 'file:../../../icons/tencentCloudKafka.svg',
			dark: 'file:../../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Lists the Kafka instances of all regions of Tencent Cloud in one form, finds idle, failed, and expired ones, and cleans them up safely',
		defaults: { name: 'Tencent Cloud CKafka Fleet' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		...fleetNode(CLOUDS),
	};

	methods = methodsOf(CLOUDS, this.clock);

	execute = executorOf(CLOUDS, this.clock, this.description);
}
