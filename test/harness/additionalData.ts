import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { HarnessCredentialsHelper } from './credentialsHelper';

/** What n8n's server tells an execution about its surroundings. */
export function additionalData(
	credentialsHelper: HarnessCredentialsHelper,
	extra: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	const origin = 'http://127.0.0.1';
	const surroundings: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper,
		executionId: '1',
		userId: 'user',
		variables: {},
		restApiUrl: `${origin}/rest`,
		instanceBaseUrl: origin,
		// n8n parses these two as URLs whenever it resolves an expression.
		webhookWaitingBaseUrl: `${origin}/webhook-waiting`,
		formWaitingBaseUrl: `${origin}/form-waiting`,
		...extra,
	};
	return surroundings as IWorkflowExecuteAdditionalData;
}
