import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, integer } from '../../../shared/form/fields';
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
	zone,
} from './fields';
import { bought, findByName } from './purchase';
import { simple } from './simple';

/**
 * Buys instances by the hour. CKafka CreatePostPaidInstance; the IDs come at once, the instances go
 * from 0 (creating) to 1 (running) or -1 (creation failed). The flow ID of the answer is always 0.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create instance',
	description: 'Create one or more pay-as-you-go instances; hourly billing starts immediately',
	api: 'CreatePostPaidInstance',
	request: post('/'),
	kind: 'create',
	billed: true,
	fields: [
		instanceName(),
		zone(),
		...instanceNetwork(),
		choice('SpecificationsType', 'Edition', {
			open: true,
			values: { profession: 'Pro', standard: 'Standard (International Site)' },
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
			description:
				'Default message retention for topics without their own setting; at most 30 days',
		}),
		bandwidth(),
		integer('TopicNum', 'Topics', {
			default: 800,
			description: 'Maximum number of topics on the instance, in multiples of 100',
		}),
		extraPublicBandwidth(),
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
