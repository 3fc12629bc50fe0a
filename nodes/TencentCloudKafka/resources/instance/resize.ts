import type { OperationContext } from '../../../shared/contract/context';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer } from '../../../shared/form/fields';
import { isSubscription, unknownBilling } from '../../api/billing';
import { showInstance } from '../../api/requests';
import { instanceResized } from '../../completions/instance';
import { instance } from '../../fields';
import { checkChange } from '../checks';
import { checkSteps } from './checks';
import { simple } from './simple';

/** How pay-as-you-go instances are changed unless something else is chosen: stable. */
const STABLE = 1;

/** Subscriptions are resized by one operation of the API, pay-as-you-go instances by another one. */
async function byBillingMode(item: OperationContext, request: ApiRequest): Promise<void> {
	const { UpgradeStrategy = STABLE, ...body } = request.body ?? {};
	const prepaid = isSubscription(await item.call(showInstance(body.InstanceId)));
	if (prepaid === undefined) throw unknownBilling('Nothing was resized.');
	request.api = prepaid ? 'ModifyInstancePre' : 'InstanceScalingDown';
	request.body = prepaid ? body : { ...body, UpgradeStrategy };
}

/**
 * Changes the sizes of an instance, up or down. CKafka ModifyInstancePre for subscriptions and
 * InstanceScalingDown for pay-as-you-go; neither answer names a task, and the instance goes over 7 (upgrading)
 * to 1 with the new sizes.
 */
export const resize: Operation = {
	value: 'resize',
	name: 'Resize',
	action: 'Resize instance',
	description:
		'Change the disk size, bandwidth, or partitions of a pay-as-you-go instance, up or down, or of a subscription',
	api: 'ModifyInstancePre',
	request: post('/'),
	kind: 'change',
	warning:
		'The price changes: for a subscription, the difference is charged immediately. Brokers restart one by one, which interrupts clients for seconds; topics with a single replica are unavailable meanwhile.',
	fields: [instance()],
	options: [
		integer('DiskSize', 'Disk Size (GB)', {
			range: [100, 500_000],
			default: 500,
			hint: 'A multiple of 100 that matches the bandwidth and partitions in the price list',
		}),
		integer('BandWidth', 'Bandwidth (MB/s)', {
			default: 40,
			hint: 'Must match the disk size and partitions in the price list; instances show it in Mbps, which is 8 times this value',
		}),
		integer('Partition', 'Partitions', {
			range: [-Infinity, 40_000],
			default: 800,
			description: 'Maximum number of partitions on the instance, in multiples of 100',
		}),
		choice('UpgradeStrategy', 'Method', {
			values: { 1: 'Stable', 2: 'Fast' },
			asNumber: true,
			description: 'How a pay-as-you-go instance is changed; subscriptions have no choice',
		}),
	],
	check: ({ body = {} }) => {
		checkSteps(body);
		checkChange(body, ['InstanceId', 'UpgradeStrategy'], 'Add at least one size.');
	},
	before: byBillingMode,
	outcome: ({ DealNames }, { body }) => singleItem({ ...body, ...(DealNames && { DealNames }) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} resizing`,
	simple,
	completion: instanceResized,
};
