import { BadInput } from '../../../../shared/contract/badInput';
import type { Operation } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { integer } from '../../../../shared/form/fields';
import { unlessZero } from '../../../fields';
import { checkTraffic } from '../../../resources/instance/checks';
import { ordering } from '../../../resources/instance/ordering';
import {
	EDITIONS,
	diskSize,
	diskType,
	edition,
	internetBandwidth,
	network,
	peakTraffic,
	resourceGroupAndTags,
	trafficSpec,
} from '../../../resources/instance/purchase';

/** Rules between parameters. */
function check(request: ApiRequest): void {
	checkTraffic(request);
	const { PartitionNum: partitions, TopicQuota: topics } = request.body ?? {};
	if (partitions !== undefined || topics !== undefined) return;
	throw new BadInput(
		'Partitions',
		"and 'Topics' are both empty",
		"Enter the number of partitions, or add 'Topics' under 'Options'.",
	);
}

/**
 * What the orders of the older API have in common. They order reserved instances only: a serverless one could
 * not be found by the order's ID, which is all that they return, and Confluent ones are another product.
 */
export const legacyOrder: Pick<
	Operation,
	'fields' | 'options' | 'check' | 'runSteps' | 'subject' | 'madeBefore'
> = {
	fields: [
		network(true),
		diskType(),
		diskSize(),
		unlessZero(
			integer('PartitionNum', 'Partitions', {
				description: "Number of partitions beyond those included; 0 to order by 'Topics'",
			}),
		),
		internetBandwidth(),
	],
	options: [
		trafficSpec(),
		peakTraffic(),
		edition(EDITIONS),
		integer('TopicQuota', 'Topics', {
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 50,
			description: "Older alternative to 'Partitions': number of topics that can be created",
		}),
		...resourceGroupAndTags(),
	],
	check,
	...ordering,
};
