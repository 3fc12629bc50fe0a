import { isBlank, isShown, propertyName } from '../../../../../nodes/shared/contract/field';

test.each([
	['topic_other_configs', 'topicOtherConfigs'],
	['bss_param.period_num', 'bssParamPeriodNum'],
	['name', 'name'],
	['VpcId', 'vpcId'],
	['Protocol.Password', 'protocolPassword'],
])('the parameter %s is called %s in n8n', (wireName, name) => {
	expect(propertyName(wireName)).toBe(name);
});

test('a field is blank with nothing in it, and not with 0 or off', () => {
	expect([undefined, null, '', 0, false, ' ', []].filter(isBlank)).toEqual([undefined, null, '']);
});

describe('a field that belongs to values of other fields', () => {
	const field = {
		property: { displayOptions: { show: { mode: ['a', 'b'], code: [1] } } } as never,
	};
	const isShownFor = (values: Record<string, unknown>) => isShown(field, (name) => values[name]);

	test('is shown only when all of them have such a value', () => {
		expect(isShownFor({ mode: 'a', code: 1 })).toBe(true);
		expect(isShownFor({ mode: 'c', code: 1 })).toBe(false);
		expect(isShownFor({ mode: 'a' })).toBe(false);
	});

	test('is shown for a code as text, too, as an expression gives it', () => {
		expect(isShownFor({ mode: 'b', code: '1' })).toBe(true);
	});
});

test('a field that belongs to no other is always shown', () => {
	expect(isShown({ property: {} as never }, () => undefined)).toBe(true);
});
