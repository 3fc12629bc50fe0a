import type { Answer } from '../../http/answer';
import type { Flow } from '../model/contents';
import { doneFlow } from '../model/flows';
import type { Instance } from '../model/instance';
import type { TencentState } from '../model/state';
import { success } from './errors';

/** What the vendor's example of each operation says and gives; FlowId 0 is no flow. */
const NONE = { FlowId: 0 };
const NO_ROUTE = { FlowId: 0, RouteDTO: { RouteId: 0 } };
const PRINTED: Record<string, [message: string, data: object | null, code?: string]> = {
	BatchModifyGroupOffsets: ['success', NO_ROUTE, 'OK'],
	CreateAcl: ['ok[apply ok]', NO_ROUTE],
	CreateConsumer: ['success', NO_ROUTE, 'ok'],
	CreatePartition: ['ok[apply success]', null],
	CreatePrometheus: ['success', NO_ROUTE],
	CreateRoute: ['success', NO_ROUTE],
	CreateThrottleRule: ['apply ok', NONE],
	CreateTopicIpWhiteList: ['ok[apply success]', NONE],
	CreateUser: ['ok', null],
	DeleteAcl: ['ok[apply ok]', NO_ROUTE],
	DeleteGroup: ['group delete success', null],
	DeleteGroupSubscribeTopic: ['delete group offset succeed.', NO_ROUTE],
	DeleteRoute: ['success', NO_ROUTE],
	DeleteThrottleRule: ['apply ok', NONE],
	DeleteTopic: ['ok[apply success]', null],
	DeleteUser: ['ok', null],
	ModifyGroupOffsets: ['SUCCESS', NONE],
	ModifyInstanceAttributes: ['ok', NO_ROUTE],
	ModifyRoutineMaintenanceTask: ['success', NO_ROUTE],
	ModifyThrottleRule: ['success', null],
	ModifyPassword: ['ok', null],
	ModifyTopicAttributes: ['ok', NO_ROUTE],
	UpgradeBrokerVersion: ['success', NO_ROUTE],
};

function answered(operation: string, data?: object | null): Answer {
	const [ReturnMessage, printed, ReturnCode = '0'] = PRINTED[operation] ?? ['ok', null];
	return success({
		Result: { ReturnCode, ReturnMessage, Data: data === undefined ? printed : data },
	});
}

/**
 * Accepted, with work that goes on in the background; see the rule `flows`.
 *
 * @param more What else an operation answers that no example prints
 */
export function accepted(
	state: TencentState,
	flow: Flow,
	more: Record<string, unknown> = {},
): Answer {
	const isPrinted = Object.hasOwn(PRINTED, flow.operation);
	if (isPrinted && state.rules.flows === 'printed') return answered(flow.operation);
	return answered(flow.operation, { FlowId: flow.id, ...more });
}

/** A new route, whose flow is always named. */
export const routeAccepted = (flow: Flow, RouteId: number): Answer =>
	answered(flow.operation, { FlowId: flow.id, RouteDTO: { RouteId } });

/** Done at once, by an operation that may have been asynchronous; see the rule `doneAtOnce`. */
export function done(state: TencentState, instance: Instance, operation: string): Answer {
	switch (state.rules.doneAtOnce) {
		case 'flow':
			return answered(operation, { FlowId: doneFlow(state, instance, operation).id });
		case 'zero':
			return answered(operation, NONE);
		case 'null':
			return answered(operation, null);
		default:
			return answered(operation);
	}
}
