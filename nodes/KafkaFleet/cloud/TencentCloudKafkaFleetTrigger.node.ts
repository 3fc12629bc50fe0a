import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { fleet as tencentFleet } from '../../TencentCloudKafka/fleet';
import type { Clock } from '../../shared/contract/clock';
import { systemClock } from '../../shared/request/clock';
import { runPoll } from '../../shared/trigger/poll';
import { credentialsOf } from '../fleetNode';
import { methodsOf } from '../methods';
import { triggerProperties } from '../trigger/fields';
import { fleetPoller } from '../trigger/poll';

/** The only cloud of the node: its package has no other one. */
const CLOUDS = [tencentFleet];

/** Watches the Kafka instances of all regions of Tencent Cloud. */
export class TencentCloudKafkaFleetTrigger implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud CKafka Fleet Trigger',
		name: 'tencentCloudKafkaFleetTrigger',
		icon: {
			light: 'file:../../../icons/tencentCloudKafka.svg',
			dark: 'file:../../../icons/tencentCloudKafka.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when Kafka instances of any region of Tencent Cloud appear, disappear, fail, expire, or come near a limit',
		defaults: { name: 'Tencent Cloud CKafka Fleet Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsOf(CLOUDS),
		properties: triggerProperties(CLOUDS),
	};

	methods = { loadOptions: methodsOf(CLOUDS, this.clock).loadOptions };

	poll = ((clock: Clock) =>
		async function (this: IPollFunctions) {
			return await runPoll(
				this,
				clock,
				async ({ signal }) => await Promise.resolve(fleetPoller(this, clock, CLOUDS, signal)),
			);
		})(this.clock);
}
