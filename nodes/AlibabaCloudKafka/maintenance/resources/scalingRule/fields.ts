import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../../shared/contract/field';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { locator } from '../../../../shared/form/fields';

/** An existing scaling rule of the chosen instance; no operation takes the number that the list shows. */
export const rule = (): Field =>
	locator('RuleName', 'Scaling Rule', {
		name: 'rule',
		required: true,
		search: 'searchScalingRules',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. workdays',
		description: 'Scaling rule to operate on',
	});

/** What tells a rule apart. */
export const ruleOf = ({ body = {} }: ApiRequest): IDataObject => ({
	InstanceId: body.InstanceId,
	RuleName: body.RuleName,
});

/** "scaling rule workdays" */
export const ruleText = ({ RuleName: name }: IDataObject): string => `scaling rule ${String(name)}`;
