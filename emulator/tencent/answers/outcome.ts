import type { Answer } from '../../http/answer';
import type { Flow } from '../model/contents';
import { doneFlow } from '../model/flows';
import type { Instance } from '../model/instance';
import type { TencentState } from '../model/state';
import { success } from './errors';

const OK = { ReturnCode: '0', ReturnMessage: 'ok' };

/** Accepted, with a flow to follow. */
export function accepted(flow: Flow, more: Record<string, unknown> = {}): Answer {
	return success({ Result: { ...OK, Data: { FlowId: flow.id, ...more } } });
}

/** Done at once, by an operation that may have been asynchronous; see the rule `doneAtOnce`. */
export function done(state: TencentState, instance: Instance, operation: string): Answer {
	switch (state.rules.doneAtOnce) {
		case 'flow':
			return accepted(doneFlow(state, instance, operation));
		case 'zero':
			return success({ Result: { ...OK, Data: { FlowId: 0 } } });
		default:
			return success({ Result: { ...OK, Data: null } });
	}
}
