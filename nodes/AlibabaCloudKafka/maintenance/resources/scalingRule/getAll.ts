import type { Operation } from '../../../../shared/contract/operation';
import { scalingRulePages } from '../../../api/pages';
import { readOperation } from '../../../api/requests';
import { instance, nameStart, startsWith } from '../../../fields';

/** Lists scaling rules. GetAutoScalingConfiguration of the official SDK 2.14.0; all come in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many scaling rules',
	description: 'Get many scaling rules of a serverless instance',
	...readOperation('GetAutoScalingConfiguration'),
	fields: [instance()],
	options: [nameStart('Return only scaling rules whose name starts with this text')],
	pages: scalingRulePages,
	keep: startsWith('RuleName'),
};
