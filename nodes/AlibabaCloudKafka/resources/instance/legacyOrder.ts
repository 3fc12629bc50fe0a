import type { Operation } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { checkTraffic } from './checks';
import { ordering } from './ordering';
import {
	EDITIONS,
	diskSize,
	diskType,
	edition,
	internetBandwidth,
	network,
	peakTraffic,
	trafficSpec,
} from './purchase';

/** What the orders of the older API have in common; they buy topics where the newer ones buy partitions. */
export const legacyOrder: Pick<
	Operation,
	'fields' | 'options' | 'check' | 'runSteps' | 'subject' | 'madeBefore'
> = {
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
		internetBandwidth(),
	],
	options: [trafficSpec(), peakTraffic(), edition(EDITIONS)],
	check: checkTraffic,
	...ordering,
};
