import { integer, text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { writes } from '../../requests';
import { ordering } from './create';
import {
	EDITIONS,
	checkTraffic,
	diskSize,
	diskType,
	edition,
	internetBandwidth,
	network,
	peakTraffic,
} from './purchase';

const older: Pick<Operation, 'fields' | 'options' | 'check' | 'perform' | 'subject'> = {
	fields: [
		network(true),
		diskType(),
		diskSize(),
		integer('TopicQuota', 'Topics', {
			required: true,
			default: 50,
			description: 'How many topics can be created; more than come with the traffic cost extra',
		}),
		internetBandwidth({ deployType: ['4'] }),
	],
	options: [
		text('IoMaxSpec', 'Traffic Specification', {
			placeholder: 'e.g. alikafka.hw.2xlarge',
			description: 'What is offered is on the billing page of ApsaraMQ for Kafka',
		}),
		peakTraffic(),
		edition(EDITIONS),
	],
	check: checkTraffic,
	...ordering,
};

/**
 * Orders a pay-as-you-go instance in the older way. AliKafka API Reference, CreatePostPayOrder; it
 * answers `{ OrderId }`, and the list finds the instance by that.
 */
export const createByOrder: Operation = {
	value: 'createByOrder',
	name: 'Create by Order (Legacy)',
	action: 'Create instance by order legacy',
	description: 'Order a pay-as-you-go instance in the older way, which only gives the order ID',
	...writes('CreatePostPayOrder'),
	...older,
};

/** Orders a subscription in the older way. AliKafka API Reference, CreatePrePayOrder. */
export const createSubscriptionByOrder: Operation = {
	value: 'createSubscriptionByOrder',
	name: 'Create Subscription by Order (Legacy)',
	action: 'Create subscription instance by order legacy',
	description: 'Order a subscription in the older way, which only gives the order ID',
	...writes('CreatePrePayOrder'),
	...older,
};
