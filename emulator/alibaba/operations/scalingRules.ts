import { HOUR, MINUTE } from '../../core/clock';
import { refuse } from '../answers/errors';
import type { ScalingRule } from '../model/contents';
import type { Instance } from '../model/instance';
import { isServerless } from '../model/series';
import type { Context, Handler } from '../requests/context';

/** Expected time to scale, seconds; as the vendor's example has it. */
const SCALING_SECONDS = 780;

function serverless(context: Context): Instance {
	const instance = context.workingInstance();
	if (!isServerless(instance)) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT', instance.id);
	return instance;
}

function ruleOf({ scalingRules }: Instance, name: string): ScalingRule {
	const rule = scalingRules.find(({ RuleName }) => RuleName === name);
	return rule ?? refuse('InvalidParameter.DataNotFound', name);
}

/** A rule that runs once has to begin some time ahead. */
function checkAhead({ ScheduleType, FirstScheduledTime }: ScalingRule, now: number): void {
	if (ScheduleType === 'at' && FirstScheduledTime <= now + 30 * MINUTE) {
		refuse('InvalidParameter.Range', 'FirstScheduledTime must be more than 30 minutes away.');
	}
}

/** Creates a rule; names are unique, and the answer does not tell its number. */
export const CreateScheduledScalingRule: Handler = (request, context) => {
	const {
		InstanceId: _,
		RegionId: __,
		WeeklyTypes,
		...given
	} = request.parameters as Record<string, unknown> & { WeeklyTypes?: string };
	const instance = serverless(context);
	const rule = {
		RuleId: 64 + instance.scalingRules.length,
		Enable: true,
		...given,
		...(WeeklyTypes !== undefined && { WeeklyTypes: JSON.parse(WeeklyTypes) as string[] }),
	} as unknown as ScalingRule;
	if (instance.scalingRules.some(({ RuleName }) => RuleName === rule.RuleName)) {
		refuse('InvalidParameter.DataAlreadyExist', rule.RuleName);
	}
	if (rule.ScheduleType === 'repeat' && !rule.RepeatType) refuse('BIZ_PARAM_EMPTY', 'RepeatType');
	if (rule.RepeatType === 'Weekly' && !rule.WeeklyTypes?.length) {
		refuse('BIZ_PARAM_EMPTY', 'WeeklyTypes');
	}
	const { reservedPublish = 0, reservedSubscribe = 0 } = instance;
	if (rule.ReservedPubFlow <= reservedPublish && rule.ReservedSubFlow <= reservedSubscribe) {
		refuse('InvalidParameter.Range', 'One capacity must exceed the current one.');
	}
	checkAhead(rule, context.now);
	const isNear = ({ FirstScheduledTime: at }: ScalingRule) =>
		Math.abs(at - rule.FirstScheduledTime) <= HOUR;
	if (instance.scalingRules.some(isNear)) {
		refuse('InvalidParameter.Range', 'Rules start more than 60 minutes apart.');
	}
	instance.scalingRules.push(rule);
	return context.success();
};

/** Rules, wrapped twice under one name. */
export const GetAutoScalingConfiguration: Handler = (_request, context) => {
	const ScheduledScalingRules = serverless(context).scalingRules.map(
		({ WeeklyTypes, ...rule }) => ({
			...rule,
			...(WeeklyTypes && { WeeklyTypes: { WeeklyTypes } }),
			EstimatedElasticScalingUpTimeSecs: SCALING_SECONDS,
			EstimatedElasticScalingDownTimeSecs: SCALING_SECONDS,
		}),
	);
	return context.success({ Data: { ScheduledScalingRules: { ScheduledScalingRules } } });
};

/** Turns a rule on or off. */
export const ModifyScheduledScalingRule: Handler = (request, context) => {
	const { RuleName, Enable } = request.parameters as { RuleName: string; Enable: boolean };
	const rule = ruleOf(serverless(context), RuleName);
	if (Enable && !rule.Enable) checkAhead(rule, context.now);
	rule.Enable = Enable;
	return context.success();
};

/** Deletes a rule that is off, or that has run for the only time. */
export const DeleteScheduledScalingRule: Handler = (request, context) => {
	const { RuleName } = request.parameters as { RuleName: string };
	const instance = serverless(context);
	const rule = ruleOf(instance, RuleName);
	const ended = rule.FirstScheduledTime + rule.DurationMinutes * MINUTE;
	const hasRun = rule.ScheduleType === 'at' && ended <= context.now;
	if (rule.Enable && !hasRun) refuse('InvalidParameter.NotSupport', 'The rule is turned on.');
	instance.scalingRules = instance.scalingRules.filter((other) => other !== rule);
	return context.success();
};
