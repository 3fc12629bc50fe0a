import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../shared/contract/clock';
import { systemClock } from '../shared/request/clock';
import { runPoll } from '../shared/trigger/poll';
import { credentialsOf } from './fleetNode';
import { methodsOf } from './methods';
import { triggerProperties } from './trigger/fields';
import { fleetPoller } from './trigger/poll';
import { VENDORS } from './vendors';

/** Watches the Kafka instances of all clouds and regions. */
export class KafkaFleetTrigger implements INodeType {
	/** @param clock The time, for tests; n8n makes nodes without any argument */
	constructor(private readonly clock: Clock = systemClock) {}

	description: INodeTypeDescription = {
		displayName: 'Kafka Fleet Trigger',
		name: 'kafkaFleetTrigger',
		icon: {
			light: 'file:../../icons/kafkaFleet.svg',
			dark: 'file:../../icons/kafkaFleet.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when Kafka instances of any cloud and region appear, disappear, fail, expire, or come near a limit',
		defaults: { name: 'Kafka Fleet Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsOf(VENDORS),
		properties: triggerProperties(VENDORS),
	};

	methods = { loadOptions: methodsOf(VENDORS, this.clock).loadOptions };

	poll = ((clock: Clock) =>
		async function (this: IPollFunctions) {
			return await runPoll(
				this,
				clock,
				async ({ signal }) => await Promise.resolve(fleetPoller(this, clock, VENDORS, signal)),
			);
		})(this.clock);
}
