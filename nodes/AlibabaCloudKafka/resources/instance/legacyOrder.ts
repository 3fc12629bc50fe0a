import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { unlessZero } from '../../fields';
import { BadInput } from '../../../shared/contract/badInput';
import { checkTraffic } from './checks';
import { ordering } from './ordering';
import {
	diskSize,
	diskType,
	internetBandwidth,
	peakTraffic,
	resourceGroupAndTags,
	trafficSpec,
} from './purchase';

type Show = Record<string, string[]>;

/** What the orders of the older API have in common; of what is bought, they only give the order's ID. */
export const legacyOrder: Pick<Operation, 'runSteps' | 'subject' | 'madeBefore'> = ordering;

/**
 * What is bought of an instance whose capacity is reserved.
 *
 * @param show Values of the parameter that holds the way to pay
 */
export const legacyCapacity = (show: Show): Field[] => [
	diskType(show),
	diskSize(show),
	unlessZero(
		integer('PartitionNum', 'Partitions', {
			show,
			default: 0,
			description:
				"Number of partitions beyond those included in the specification; 0 to buy by 'Topics' under 'Options'",
		}),
	),
	internetBandwidth(show),
];

/** Options of both. */
export const legacyOptions = (): Field[] => [
	trafficSpec(),
	peakTraffic(),
	integer('TopicQuota', 'Topics', {
		range: [1, Number.MAX_SAFE_INTEGER],
		default: 50,
		description:
			"Older alternative to 'Partitions': number of topics that can be created; topics beyond those included in the traffic specification cost extra",
	}),
	...resourceGroupAndTags(),
];

/** Rules between parameters of an order for reserved capacity. */
export const checkReservedOrder: NonNullable<Operation['check']> = (request) => {
	checkTraffic(request);
	const { PartitionNum: partitions, TopicQuota: topics } = request.body ?? {};
	if (partitions !== undefined || topics !== undefined) return;
	throw new BadInput(
		'Partitions',
		"and 'Topics' are both empty",
		"Enter the number of partitions, or add 'Topics' under 'Options'.",
	);
};
