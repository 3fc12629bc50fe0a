import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { systemClock } from '../shared/request/clock';
import { executorOf, fleetNode } from './fleetNode';
import { methodsOf } from './methods';
import { VENDORS } from './vendors';

/** One inventory, idle detection, and safe clean-up over all clouds and regions. */
export class KafkaFleet implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Kafka Fleet',
		name: 'kafkaFleet',
		icon: {
			light: 'file:../../icons/kafkaFleet.svg',
			dark: 'file:../../icons/kafkaFleet.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Lists the Kafka instances of all clouds and regions in one form, finds idle, failed, and expired ones, and cleans them up safely',
		defaults: { name: 'Kafka Fleet' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		...fleetNode(VENDORS),
	};

	methods = methodsOf(VENDORS, this.clock);

	execute = executorOf(VENDORS, this.clock, this.description);
}
