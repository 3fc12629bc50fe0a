import type { Answer } from '../../http/answer';
import type { Flow, Instance } from '../model/instance';
import type { TencentContext } from '../requests/context';
import { success } from './errors';

const OK = { ReturnCode: '0', ReturnMessage: 'ok' };

/** Accepted, with a flow to follow. */
export function accepted(flow: Flow, more: Record<string, unknown> = {}): Answer {
	return success({ Result: { ...OK, Data: { FlowId: flow.id, ...more } } });
}

/** Done at once, by an operation that may have been asynchronous; see the rule `doneAtOnce`. */
export function done(context: TencentContext, instance: Instance, operation: string): Answer {
	const { state } = context;
	switch (state.rules.doneAtOnce) {
		case 'flow':
			return accepted(state.doneFlow(instance, operation));
		case 'zero':
			return success({ Result: { ...OK, Data: { FlowId: 0 } } });
		default:
			return success({ Result: { ...OK, Data: null } });
	}
}
