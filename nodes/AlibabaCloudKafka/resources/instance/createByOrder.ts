import { integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { writes } from '../../api/requests';
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
			description:
				'Number of topics that can be created; topics beyond those included in the traffic specification cost extra',
		}),
		internetBandwidth({ deployType: ['4'] }),
	],
	options: [
		text('IoMaxSpec', 'Traffic Specification', {
			placeholder: 'e.g. alikafka.hw.2xlarge',
			description: 'For available values, see the billing page of ApsaraMQ for Kafka',
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
	action: 'Create instance by legacy order',
	description: 'Order a pay-as-you-go instance with the older API, which returns only the order ID',
	...writes('CreatePostPayOrder'),
	...older,
};

/** Orders a subscription in the older way. AliKafka API Reference, CreatePrePayOrder. */
export const createSubscriptionByOrder: Operation = {
	value: 'createSubscriptionByOrder',
	name: 'Create Subscription by Order (Legacy)',
	action: 'Create subscription instance by legacy order',
	description: 'Order a subscription with the older API, which returns only the order ID',
	...writes('CreatePrePayOrder'),
	...older,
};
