import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flag, integer, text } from '../../../shared/form/fields';
import { orderOf } from '../../api/records';
import { instanceUpgraded } from '../../completions/instanceChange';
import { instance } from '../../fields';
import { checkTraffic } from './checks';
import { EDITIONS, edition, peakTraffic } from './purchase';
import { simple } from './simple';

const REQUIRED = [
	['DiskSize', 'Disk Size (GB)'],
	['TopicQuota', 'Topics'],
] as const;

/** Rules between parameters. */
function check(request: ApiRequest): void {
	for (const [wireName, label] of REQUIRED) {
		// A size that was not filled in must not be one that is paid for.
		if (request.body?.[wireName] === 0) {
			throw new BadInput(
				label,
				'is 0',
				'Enter the new value, which must be at least the current one.',
			);
		}
	}
	checkTraffic(request);
	const { EipModel: wanted, EipMax: bandwidth } = request.body ?? {};
	if (wanted === true && !(Number(bandwidth) > 0)) {
		throw new BadInput(
			'Internet Bandwidth (MB/s)',
			'must be greater than 0 for internet access',
			"Enter a value, or turn 'Internet Access' off.",
		);
	}
	if (wanted === false && bandwidth !== undefined && bandwidth !== 0) {
		throw new BadInput(
			'Internet Bandwidth (MB/s)',
			'must be 0 without internet access',
			"Set it to 0, or turn 'Internet Access' on.",
		);
	}
}

/** What the upgrades of either way to pay have in common; nothing can become smaller. */
export const largerSpecifications: Pick<
	Operation,
	'fields' | 'options' | 'check' | 'outcome' | 'subject' | 'simple' | 'completion'
> = {
	fields: [
		instance(),
		integer('DiskSize', 'Disk Size (GB)', {
			required: true,
			description: 'New size; must be at least the current size',
			hint: 'A larger instance costs more and cannot be scaled down',
		}),
		integer('TopicQuota', 'Topics', {
			required: true,
			description: 'New number of topics that can be created; must be at least the current number',
		}),
	],
	options: [
		text('IoMaxSpec', 'Traffic Specification', {
			placeholder: 'e.g. alikafka.hw.3xlarge',
			description: 'Must be at least the current specification',
		}),
		peakTraffic(),
		edition(EDITIONS),
		flag('EipModel', 'Internet Access', 'Whether the instance is accessible from the internet', {
			default: true,
		}),
		integer('EipMax', 'Internet Bandwidth (MB/s)', {
			default: 3,
			description: 'Must be at least the current bandwidth; 0 without internet access',
		}),
	],
	check,
	outcome: (answer, { body = {} }) => singleItem({ ...body, ...orderOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} upgrading`,
	simple,
	completion: instanceUpgraded,
};
