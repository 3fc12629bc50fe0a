import { BadInput } from '../../../../shared/contract/badInput';
import type { OperationContext } from '../../../../shared/contract/context';
import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { choice, choices, flag, integer, moment, text } from '../../../../shared/form/fields';
import { neededIfShown } from '../../../../shared/form/neededIfShown';
import { knownInstance, operation, scalingRulesNamed } from '../../../api/requests';
import { nameOf, seriesOf } from '../../../api/series';
import { asJson, instance } from '../../../fields';
import { ruleOf, ruleText } from './fields';

/** In the order of their names, as n8n wants it. */
const DAYS = ['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday'];

const capacity = (wireName: string, displayName: string, what: string, least: number) =>
	integer(wireName, displayName, {
		required: true,
		range: [1, Number.MAX_SAFE_INTEGER],
		default: least,
		description: `Capacity reserved for ${what} while the rule runs; one of the two capacities must exceed the current one`,
	});

/** @throws {BadInput} */
async function checkServerless(item: OperationContext, instanceId: unknown): Promise<void> {
	const series = seriesOf(await knownInstance(item, instanceId));
	if (series === undefined || series === 'serverless') return;
	throw new BadInput(
		'Instance',
		`is a ${nameOf(series)} instance`,
		'Only serverless instances have scaling rules: select one of them.',
	);
}

/**
 * Creates a scaling rule. CreateScheduledScalingRule of the official SDK 2.14.0; the answer has no content,
 * and no operation takes the number of a rule. Names are unique within the instance, so that a rule is found
 * by its name after a lost answer and in a retried execution.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create scaling rule',
	description:
		'Create a rule that scales a serverless instance at set times; it can only be turned on or off afterwards',
	...operation('create', 'CreateScheduledScalingRule'),
	warning: 'The additional reserved capacity is billed each time the rule runs.',
	fields: [
		instance(),
		text('RuleName', 'Rule Name', {
			required: true,
			placeholder: 'e.g. workdays',
			description: 'Name of the rule; must be unique within the instance',
		}),
		capacity('ReservedPubFlow', 'Write Capacity (MB/s)', 'writing', 60),
		capacity('ReservedSubFlow', 'Read Capacity (MB/s)', 'reading', 60),
		choice('ScheduleType', 'Schedule', {
			name: 'schedule',
			required: true,
			values: { at: 'Once', repeat: 'Repeatedly' },
		}),
		...neededIfShown([
			choice('RepeatType', 'Repeat', {
				name: 'repeat',
				required: true,
				values: { Daily: 'Daily', Weekly: 'Weekly' },
				show: { schedule: ['repeat'] },
			}),
			asJson(
				choices('WeeklyTypes', 'Days', {
					name: 'days',
					required: true,
					values: Object.fromEntries(DAYS.map((day) => [day, day])),
					show: { schedule: ['repeat'], repeat: ['Weekly'] },
					description: 'Days of the week on which the rule runs',
				}),
			),
		]),
		moment('FirstScheduledTime', 'First Start', 'When the rule runs for the first time', {
			required: true,
			hint: 'A rule that runs once must start more than 30 minutes from now; rules must start more than 60 minutes apart',
		}),
		integer('DurationMinutes', 'Duration (Minutes)', {
			required: true,
			range: [15, Number.MAX_SAFE_INTEGER],
			default: 60,
			description: 'How long the additional capacity is reserved each time',
		}),
		text('TimeZone', 'Time Zone', {
			required: true,
			default: 'GMT+8',
			placeholder: 'e.g. GMT+8',
			description: 'Time zone of the schedule, as an offset from GMT',
		}),
		flag('Enable', 'Turned On', 'Whether the rule runs; if off, it is only stored', {
			name: 'enabled',
			default: true,
		}),
	],
	before: async (item, { body = {} }) => await checkServerless(item, body.InstanceId),
	outcome: (_answer, { body = {} }) =>
		singleItem({
			...body,
			...(body.WeeklyTypes !== undefined && {
				WeeklyTypes: JSON.parse(String(body.WeeklyTypes)) as string[],
			}),
		}),
	find: {
		matches: async (item, request) => {
			const { InstanceId, RuleName } = ruleOf(request);
			const found = await scalingRulesNamed(item, InstanceId, RuleName);
			return found.map((record) => ({ ...record, InstanceId }));
		},
		key: 'RuleName',
	},
	subject: ruleText,
};
