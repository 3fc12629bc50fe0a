import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, flag, text } from '../../../shared/form/fields';
import { instanceSubject } from '../../api/records';
import { instanceCreated } from '../../completions/instance';
import { instanceNetwork } from '../../networkFields';
import { checkPurchase } from './checks';
import {
	bandwidth,
	certificate,
	commonOptions,
	diskType,
	elasticStorage,
	extraPublicBandwidth,
	instanceName,
	instanceType,
	retention,
	zone,
} from './fields';
import { bought, findByName } from './purchase';
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
	description: 'Create one or more subscription instances, prepaid for a number of months',
	api: 'CreateInstancePre',
	request: post('/'),
	kind: 'create',
	warning: 'The subscription is charged immediately for all its months.',
	billed: true,
	fields: [
		instanceName(),
		zone(),
		...instanceNetwork(),
		text('Period', 'Period (Months)', {
			required: true,
			pattern: [
				/^([1-9]|[12][0-9]|3[0-6])m$/,
				'must be the number of months from 1 to 36, followed by m, for example 12m',
			],
			default: '1m',
			placeholder: 'e.g. 12m',
			description: 'Prepaid period: 1m to 36m',
		}),
		instanceType(true),
		choice('SpecificationsType', 'Edition', {
			name: 'subscriptionEdition',
			open: true,
			values: { premium: 'Advanced', profession: 'Pro', standard: 'Standard' },
			default: 'profession',
		}),
	],
	options: [
		...commonOptions(),
		diskType(),
		retention(),
		bandwidth([20, 100_000]),
		extraPublicBandwidth(),
		choice('RenewFlag', 'Renewal', {
			values: { 0: 'Not Set', 1: 'Renew Automatically', 2: 'Do Not Renew' },
			asNumber: true,
		}),
		flag('AutoVoucher', 'Use Vouchers', "Whether to use the account's vouchers for the payment", {
			asNumber: true,
		}),
		certificate(),
		elasticStorage(),
	],
	check: checkPurchase,
	outcome: bought,
	find: findByName,
	simple,
	subject: instanceSubject,
	completion: instanceCreated,
};
