import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { systemClock } from '../shared/request/clock';
import { describeFleet, executorOf } from './fleetNode';
import { methodsOf } from './methods';
import { VENDORS } from './vendors';

/** One inventory, idle detection, and safe clean-up over all clouds and regions. */
export class KafkaFleet implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = describeFleet(VENDORS);

	methods = methodsOf(VENDORS, this.clock);

	execute = executorOf(VENDORS, this.clock, this.description);
}
