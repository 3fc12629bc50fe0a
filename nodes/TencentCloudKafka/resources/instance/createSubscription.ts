import { choice, flag, integer, text } from '../../../shared/fields';
import { BadInput } from '../../../shared/badInput';
import type { Operation } from '../../../shared/operation';
import { post } from '../../../shared/operation';
import { instanceCreated } from '../../completions';
import {
	bought,
	checkPurchase,
	commonOptions,
	diskType,
	findByName,
	instanceName,
	instanceType,
	network,
	subject,
	zone,
} from './purchase';
import { simple } from './simple';

/**
 * Buys instances by subscription. CKafka CreateInstancePre; answer and statuses as with
 * CreatePostPaidInstance. By the SDK's comment only the professional edition can be bought, although
 * the parameter's default is another.
 */
export const createSubscription: Operation = {
	value: 'createSubscription',
	name: 'Create Subscription',
	action: 'Create subscription instance',
	description: 'Create one or several Kafka instances, paid in advance for a number of months',
	api: 'CreateInstancePre',
	request: post('/'),
	fields: [
		instanceName(),
		zone(),
		...network(),
		text('Period', 'Period (Months)', {
			required: true,
			pattern: [/^([1-9]|[12][0-9]|3[0-6])m$/, 'is the number of months, 1 to 36, and an m: 12m'],
			default: '1m',
			placeholder: 'e.g. 12m',
			description: 'How long to pay in advance for: 1m to 36m',
		}),
		instanceType(true),
		choice('SpecificationsType', 'Edition', {
			name: 'subscriptionEdition',
			values: { premium: 'Advanced', profession: 'Professional', standard: 'Standard' },
			default: 'profession',
		}),
	],
	options: [
		...commonOptions(),
		diskType(),
		integer('MsgRetentionTime', 'Retention (Minutes)', {
			range: [1, 129_600],
			default: 1440,
			description: 'How long messages are kept unless the topic says otherwise, at most 90 days',
		}),
		integer('BandWidth', 'Bandwidth (MB/s)', {
			range: [20, 100_000],
			default: 40,
			hint: 'Fits disk size and partitions in the price list',
		}),
		integer('PublicNetworkMonthly', 'Extra Public Bandwidth (Mbps)', {
			description: 'On top of the 3 Mbps that are free, a multiple of 3',
		}),
		choice('RenewFlag', 'Renewal', {
			values: { 0: 'Not Set', 1: 'Renew Automatically', 2: 'Do Not Renew' },
			asNumber: true,
		}),
		flag(
			'AutoVoucher',
			'Use Vouchers',
			'Whether vouchers of the account are used for the payment',
			{ asNumber: true },
		),
		text('CustomSSLCertId', 'SSL Certificate ID', {
			description: 'A certificate of your own; professional edition only',
		}),
		flag(
			'StoreQuantityType',
			'Elastic Storage',
			'Whether the storage grows as needed, which is billed extra; not on the international site',
			{ asNumber: true },
		),
	],
	check: (request) => {
		checkPurchase(request);
		const { CustomSSLCertId, SpecificationsType } = request.body ?? {};
		if (CustomSSLCertId === undefined || SpecificationsType === 'profession') return;
		throw new BadInput(
			'SSL Certificate ID',
			'is only for the professional edition',
			"Remove it, or set 'Edition' to professional.",
		);
	},
	outcome: bought,
	find: findByName,
	simple,
	subject,
	completion: instanceCreated,
};
