import type { IDataObject } from 'n8n-workflow';

import { BadInput, missing } from '../../../../shared/contract/badInput';
import type { FindExisting, Operation, Outcome } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { choice, choices, list } from '../../../../shared/form/fields';
import { fromRequest, taskOf } from '../../../api/records';
import { TYPES, rulesFor, targetsOf } from '../../../api/throttlingRules';
import { throttlingRuleListed } from '../../../completions/throttlingRule';
import { instance, onInstance, topicNames } from '../../../fields';
import { limit } from './fields';

/** What each type of rule needs, by the wire names and the labels of the fields. */
const NEEDS: ReadonlyArray<readonly [type: number, wireNames: string[], label: string]> = [
	[TYPES.topic, ['TopicNameList'], 'Topic Names or IDs'],
	[TYPES.group, ['GroupNameList'], 'Consumer Group Names or IDs'],
	[TYPES.client, ['UserNameList', 'ClientIdList'], "User Names' or 'Client IDs"],
];

function check({ body = {} }: ApiRequest): void {
	const type = Number(body.ThrottleType);
	for (const [one, wireNames, label] of NEEDS) {
		if (type === one && wireNames.every((name) => body[name] === undefined)) throw missing(label);
	}
	if (body.ConsumeThrottle === undefined && body.ProduceThrottle === undefined) {
		throw new BadInput(
			'Options',
			'has no limit',
			"Add 'Consumer Limit (MB/s)', 'Producer Limit (MB/s)', or both.",
		);
	}
	if (type === TYPES.group && body.ConsumeThrottle === undefined) {
		throw new BadInput(
			'Producer Limit (MB/s)',
			'is not for consumer groups',
			"They only consume: add 'Consumer Limit (MB/s)' instead.",
		);
	}
}

/** Rules by what they are for: the answer names none, and they have no other name. */
const byTarget: FindExisting = {
	matches: async (item, { body = {} }) => await rulesFor(item, body),
	key: 'Target',
	count: ({ body = {} }) => targetsOf(body).length,
};

/** One outcome a rule. */
function created(answer: IDataObject, request: ApiRequest): Outcome[] {
	const { body = {} } = request;
	const limits = ['ConsumeThrottle', 'ProduceThrottle'].filter((name) => body[name] !== undefined);
	return targetsOf(body).map(({ Target, names }) => ({
		json: {
			...fromRequest(request, 'InstanceId', 'ThrottleType'),
			Target,
			...names,
			...fromRequest(request, ...limits),
			...taskOf(answer),
		},
	}));
}

/** Limits topics, groups, users, or clients, one rule for each that is named. CKafka CreateThrottleRule. The ID comes with 'Wait for Completion': only the list has it. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create throttling rules',
	description:
		'Limit the bandwidth of topics, consumer groups, users, or client IDs, with one rule for each; not available on the international site',
	api: 'CreateThrottleRule',
	request: post('/'),
	kind: 'create',
	fields: [
		instance(),
		choice('ThrottleType', 'Limit', {
			required: true,
			values: { 3: 'Topics', 2: 'Consumer Groups', 1: 'Users or Client IDs' },
			default: '3',
			asNumber: true,
		}),
		topicNames('TopicNameList', { show: { throttleType: ['3'] } }),
		choices('GroupNameList', 'Consumer Group Names or IDs', {
			show: { throttleType: ['2'] },
			load: { method: 'getGroups', ...onInstance },
		}),
		list('UserNameList', 'User Names', {
			show: { throttleType: ['1'] },
			placeholder: 'e.g. orders-service, reports',
			description: 'Comma-separated',
		}),
		list('ClientIdList', 'Client IDs', {
			show: { throttleType: ['1'] },
			placeholder: 'e.g. orders-1, orders-2',
			description: 'Comma-separated; with user names, the rules are for these clients of the users',
		}),
	],
	options: [
		limit('ConsumeThrottle', 'Consumer Limit (MB/s)', {
			description: 'Maximum consumer rate on each broker',
		}),
		limit('ProduceThrottle', 'Producer Limit (MB/s)', {
			description: 'Maximum producer rate on each broker; cannot be changed later',
		}),
	],
	check,
	outcome: created,
	find: byTarget,
	subject: ({ Target, ThrottleRuleId: id }) =>
		`throttling rule for ${String(Target)}${id === undefined ? '' : ` (ID ${String(id)})`}`,
	completion: throttlingRuleListed,
};
