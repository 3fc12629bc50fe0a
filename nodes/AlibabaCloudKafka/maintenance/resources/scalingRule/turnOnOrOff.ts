import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { flag } from '../../../../shared/form/fields';
import { operation } from '../../../api/requests';
import { instance } from '../../../fields';
import { rule, ruleOf, ruleText } from './fields';

/** Turns a rule on or off, which is all that can be changed of it. ModifyScheduledScalingRule of the SDK 2.14.0. */
export const turnOnOrOff: Operation = {
	value: 'turnOnOrOff',
	name: 'Turn On or Off',
	action: 'Turn scaling rule on or off',
	description: 'Turn a scaling rule on or off; nothing else of it can be changed',
	...operation('change', 'ModifyScheduledScalingRule'),
	warning:
		'A rule that is turned on reserves additional capacity, which is billed each time it runs.',
	fields: [
		instance(),
		rule(),
		flag(
			'Enable',
			'Turned On',
			'Whether the rule runs; one that runs once must start more than 30 minutes from now',
			{ name: 'enabled', required: true, default: true },
		),
	],
	outcome: (_answer, request) =>
		singleItem({ ...ruleOf(request), Enable: request.body?.Enable, updated: true }),
	subject: (json) => `${ruleText(json)} turned ${json.Enable === true ? 'on' : 'off'}`,
};
