import { choice, integer } from '../../../shared/fields';
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
 * Buys instances by the hour. CKafka CreatePostPaidInstance; the IDs come at once, the instances go
 * from 0 (creating) to 1 (running) or -1 (creation failed). The flow ID of the answer is always 0.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create instance',
	description: 'Create one or several pay-as-you-go instances, billed by the hour from then on',
	api: 'CreatePostPaidInstance',
	request: post('/'),
	fields: [
		instanceName(),
		zone(),
		...network(),
		choice('SpecificationsType', 'Edition', {
			values: { profession: 'Professional', standard: 'Standard (International Site)' },
			default: 'profession',
		}),
	],
	options: [
		...commonOptions(),
		instanceType(false),
		diskType(),
		integer('MsgRetentionTime', 'Retention (Minutes)', {
			range: [-Infinity, 43_200],
			default: 1440,
			description: 'How long messages are kept unless the topic says otherwise, at most 30 days',
		}),
		integer('BandWidth', 'Bandwidth (MB/s)', {
			default: 40,
			hint: 'Fits disk size and partitions in the price list',
		}),
		integer('TopicNum', 'Topics', {
			default: 800,
			description: 'How many topics the instance may hold, a multiple of 100',
		}),
		integer('PublicNetworkMonthly', 'Extra Public Bandwidth (Mbps)', {
			description: 'On top of the 3 Mbps that are free, a multiple of 3',
		}),
	],
	check: checkPurchase,
	outcome: bought,
	find: findByName,
	simple,
	subject,
	completion: instanceCreated,
};
