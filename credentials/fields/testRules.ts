import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';

/**
 * A rule of a credential test: the test fails with the message if the answer has exactly this value at
 * this path. `undefined` stands for a path the answer does not have: put last, such a rule catches
 * every answer that is not the wanted one, so that only a real success passes.
 */
export const failsWhen = (
	key: string,
	value: string | boolean | undefined,
	message: string,
): IAuthenticateRuleResponseSuccessBody => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});
