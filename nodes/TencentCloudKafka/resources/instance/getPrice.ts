import type { IDataObject } from 'n8n-workflow';

import { missing } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { post, singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, choices, integer, locator, record } from '../../../shared/form/fields';
import { recordOf } from '../../api/records';
import { checkStep } from './checks';

/** What only a purchase needs, by the comments of the SDK. */
const forPurchase = { required: true, show: { categoryAction: ['purchase'] } };

const publicNetwork = (): Field =>
	record('PublicNetworkParam', 'Public Bandwidth', {
		entry: 'Public Bandwidth',
		description: 'Public bandwidth to include in the price; Pro Edition only',
		fields: [
			choice('PublicNetworkChargeType', 'Billing Mode', {
				values: { BANDWIDTH_POSTPAID_BY_HOUR: 'By the Hour', BANDWIDTH_PREPAID: 'Subscription' },
			}),
			integer('PublicNetworkMonthly', 'Bandwidth (Mbps)', {
				description: 'Must be 0 or a multiple of 3',
			}),
		],
	});

/** Rules between parameters. */
function check({ body = {} }: ApiRequest): void {
	if (body.CategoryAction === 'renew' && body.InstanceId === undefined) {
		throw missing('Instance to Renew');
	}
	checkStep('Partitions', body.Partition, 100);
	const network = body.PublicNetworkParam as IDataObject | undefined;
	checkStep('Bandwidth (Mbps)', network?.PublicNetworkMonthly, 3);
}

/** Tells what buying or renewing costs, without doing it. CKafka InquireCkafkaPrice. */
export const getPrice: Operation = {
	value: 'getPrice',
	name: 'Get Price',
	action: 'Get price of instance',
	description: 'Get the price of buying or renewing an instance',
	api: 'InquireCkafkaPrice',
	request: post('/'),
	kind: 'read',
	fields: [
		choice('InstanceType', 'Edition', {
			name: 'priceEdition',
			required: true,
			open: true,
			values: {
				premium: 'Advanced',
				profession: 'Pro',
				standards2: 'Standard (China Site)',
				standard: 'Standard (International Site)',
			},
			default: 'profession',
		}),
		choice('CategoryAction', 'Price For', {
			values: { purchase: 'Purchase', renew: 'Renewal' },
			default: 'purchase',
		}),
		choice('InstanceChargeParam.InstanceChargeType', 'Billing Mode', {
			name: 'chargeType',
			values: { POSTPAID_BY_HOUR: 'Pay-as-You-Go', PREPAID: 'Subscription' },
			default: 'POSTPAID_BY_HOUR',
		}),
		integer('InstanceChargeParam.InstanceChargePeriod', 'Period (Months)', {
			name: 'chargePeriod',
			required: true,
			show: { chargeType: ['PREPAID'] },
			description: 'Prepaid period',
			default: 1,
		}),
		locator('InstanceId', 'Instance to Renew', {
			name: 'instanceToRenew',
			required: true,
			show: { categoryAction: ['renew'] },
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. ckafka-8j4ro59xx',
			description: 'Instance to get the price of renewing of',
		}),
		integer('Bandwidth', 'Bandwidth (MB/s)', {
			...forPurchase,
			default: 40,
			description: 'Peak bandwidth in the VPC',
		}),
		choice('InquiryDiskParam.DiskType', 'Disk Type', {
			...forPurchase,
			name: 'priceDiskType',
			open: true,
			values: {
				CLOUD_BASIC: 'Basic Cloud Disk',
				CLOUD_PREMIUM: 'Premium Cloud Disk',
				CLOUD_SSD: 'SSD Cloud Disk',
				SSD: 'SSD',
			},
			default: 'CLOUD_SSD',
		}),
		integer('InquiryDiskParam.DiskSize', 'Disk Size (GB)', {
			...forPurchase,
			name: 'priceDiskSize',
			description: 'Disk size to price',
			default: 500,
		}),
		integer('MessageRetention', 'Retention (Hours)', {
			...forPurchase,
			default: 24,
			description: 'Message retention',
		}),
		integer('Topic', 'Topics', {
			...forPurchase,
			default: 800,
			name: 'topicCount',
			description: 'Maximum number of topics on the instance',
		}),
		integer('Partition', 'Partitions', {
			...forPurchase,
			range: [-Infinity, 40_000],
			default: 800,
			name: 'partitionCount',
			hint: 'Must be a multiple of 100',
		}),
	],
	options: [
		integer('InstanceNum', 'Number of Instances', {
			default: 1,
			description: 'Number of instances to price',
		}),
		choices('ZoneIds', 'Zone Names or IDs', { load: { method: 'getZones' }, asNumber: true }),
		choice('BillType', 'Tier', {
			open: true,
			values: {
				sv_ckafka_instance_s2_1: 'Entry',
				sv_ckafka_instance_s2_2: 'Standard',
				sv_ckafka_instance_s2_3: 'Advanced',
			},
			description: 'Only for the Standard Edition on the China site',
		}),
		publicNetwork(),
	],
	check,
	outcome: (answer) => singleItem(recordOf(answer)),
};
