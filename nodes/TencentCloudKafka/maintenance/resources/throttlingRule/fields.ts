import type { Field } from '../../../../shared/contract/field';
import { integer, locator } from '../../../../shared/form/fields';
import { onInstance } from '../../../fields';

/** An existing throttling rule of the instance, whose ID one operation of the API takes as text. */
export const existingRule = (): Field =>
	locator('ThrottleRuleId', 'Throttling Rule', {
		name: 'throttlingRule',
		required: true,
		search: 'searchThrottlingRules',
		...onInstance,
		by: 'ID',
		placeholder: 'e.g. 7',
		description: 'Throttling rule to operate on',
	});

/** The same for the operation that takes it as a number. */
export function numberedRule(): Field {
	const { serialize } = integer('ThrottleRuleId', 'Throttling Rule', {
		required: true,
		range: [0, Infinity],
	});
	return { ...existingRule(), serialize };
}

/** MB/s; the service enforces it broker by broker, so that the whole instance gets a multiple. */
export const limit = (
	wireName: string,
	displayName: string,
	options: { required?: boolean; description: string },
): Field => integer(wireName, displayName, { ...options, range: [0, Infinity], default: 10 });
