import { BadInput } from '../../../shared/contract/badInput';
import { choice, flag, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import {
	convertedToSubscription,
	instanceUpgraded,
	versionUpgraded,
} from '../../completions/instance';
import { instance } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { writes } from '../../api/requests';
import { EDITIONS, checkTraffic, edition, peakTraffic } from './purchase';
import { simple } from './simple';

const REQUIRED = [
	['DiskSize', 'Disk Size (GB)'],
	['TopicQuota', 'Topics'],
] as const;

/** Rules between parameters. */
function check(request: ApiRequest): void {
	for (const [parameter, label] of REQUIRED) {
		// A size that was not filled in must not be one that is paid for.
		if (request.body?.[parameter] === 0) {
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

const growing: Pick<
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
	outcome: ({ OrderId }, { body = {} }) =>
		one({ ...body, ...(OrderId ? { OrderId: String(OrderId as string) } : {}) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} upgrading`,
	simple,
	completion: instanceUpgraded,
};

/** Enlarges a pay-as-you-go instance. AliKafka API Reference, UpgradePostPayOrder. */
export const upgrade: Operation = {
	value: 'upgrade',
	name: 'Upgrade Specifications',
	action: 'Upgrade specifications of instance',
	description:
		'Increase the disk size, traffic, or topics of a pay-as-you-go instance, or change its edition',
	...writes('UpgradePostPayOrder'),
	...growing,
};

/** Enlarges a subscription. AliKafka API Reference, UpgradePrePayOrder. */
export const upgradeSubscription: Operation = {
	value: 'upgradeSubscription',
	name: 'Upgrade Specifications of Subscription',
	action: 'Upgrade specifications of subscription instance',
	description:
		'Increase the disk size, traffic, or topics of a subscription instance, or change its edition',
	...writes('UpgradePrePayOrder'),
	...growing,
};

/** For how many months a subscription can be bought; with two digits each, so that they sort. */
const DURATIONS = Object.fromEntries(
	[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36].map((count) => [
		String(count),
		`${String(count).padStart(2, '0')} ${count === 1 ? 'Month' : 'Months'}`,
	]),
);

/** Turns a pay-as-you-go instance into a subscription. AliKafka API Reference, ConvertPostPayOrder. */
export const convertToSubscription: Operation = {
	value: 'convertToSubscription',
	name: 'Convert to Subscription',
	action: 'Convert instance to subscription',
	description: 'Convert a pay-as-you-go instance to a subscription, which is charged immediately',
	...writes('ConvertPostPayOrder'),
	fields: [
		instance(),
		choice('Duration', 'Duration', {
			values: DURATIONS,
			hint: 'Before expiry, a subscription can be released only in the console',
		}),
	],
	outcome: ({ OrderId }, { body = {} }) =>
		one({
			InstanceId: body.InstanceId,
			...(OrderId ? { OrderId: String(OrderId as string) } : {}),
			converted: true,
		}),
	subject: ({ InstanceId: id }) => `instance ${String(id)} converted to a subscription`,
	simple,
	completion: convertedToSubscription,
};

/** Upgrades the version. AliKafka API Reference, UpgradeInstanceVersion; 2 requests a second. */
export const upgradeVersion: Operation = {
	value: 'upgradeVersion',
	name: 'Upgrade Version',
	action: 'Upgrade version of instance',
	description: 'Upgrade the Kafka version, or upgrade to the latest build of the current version',
	...writes('UpgradeInstanceVersion'),
	fields: [
		instance(),
		choice('TargetVersion', 'Target Version', {
			required: true,
			values: { '0.10.2': '0.10.2', '2.2.0': '2.2.0' },
			default: '2.2.0',
			hint: 'Cannot be undone; select the current version to upgrade to its latest build',
		}),
	],
	outcome: acknowledged({ upgradeStarted: true }, 'TargetVersion'),
	subject: ({ InstanceId: id }) => `version of instance ${String(id)} upgrading`,
	simple,
	completion: versionUpgraded,
};
