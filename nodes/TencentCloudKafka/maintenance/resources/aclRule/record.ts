import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../../../shared/contract/vendor';
import { fromRequest, resultOf } from '../../../api/records';

/** The rule that a request was about; the answer is nothing but its key. */
export const ruleOf = (answer: IDataObject, request: ApiRequest): IDataObject => ({
	...fromRequest(request, 'RuleName'),
	RuleId: resultOf(answer),
	...fromRequest(request, 'InstanceId'),
});
