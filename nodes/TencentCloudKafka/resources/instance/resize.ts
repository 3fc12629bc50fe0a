import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { instanceResized } from '../../completions/instance';
import { instance } from '../../fields';
import { checkChange } from '../checks';
import { checkSteps } from './checks';
import { simple } from './simple';

/**
 * Changes the sizes of a subscription instance. CKafka ModifyInstancePre; the flow ID of the answer is
 * always 0, and the instance goes over 7 (upgrading) to 1 with the new sizes.
 */
export const resize: Operation = {
	value: 'resize',
	name: 'Resize Subscription',
	action: 'Resize subscription instance',
	description: 'Change the disk size, bandwidth, or partitions of a subscription instance',
	api: 'ModifyInstancePre',
	request: post('/'),
	kind: 'change',
	warning: 'The difference in price is charged immediately.',
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
	],
	check: ({ body = {} }) => {
		checkSteps(body);
		checkChange(body, ['InstanceId'], 'Add at least one size.');
	},
	outcome: ({ DealNames }, { body }) => singleItem({ ...body, ...(DealNames && { DealNames }) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} resizing`,
	simple,
	completion: instanceResized,
};
