import type { Flow } from './contents';
import type { Instance } from './instance';
import { FLOW_STATUS } from './status';

/** What numbers the flows and keeps them. */
export interface FlowKeeper {
	readonly flows: Flow[];
	nextNumber(): number;
}

/** What the background work of an operation is made of. */
export interface NewFlow {
	/** Operation that begins it; when the instance's `failingTasks` names it, it fails. */
	operation: string;
	/** Virtual ms it runs; the usual time without. */
	duration?: number;
	/** Carried out when it succeeds. */
	work?: () => void;
	/** Carried out when it fails. */
	undo?: () => void;
}

/** Starts a flow: 2 (running), then 0 (succeeded) with its work done, or 1 (failed). */
export function startFlow(
	keeper: FlowKeeper,
	instance: Instance,
	now: number,
	{ operation, duration = instance.durations.flow, work, undo }: NewFlow,
): Flow {
	const flow = keep(keeper, instance, operation, FLOW_STATUS.running);
	instance.agenda.plan(now + duration, () => {
		if (instance.failingTasks.includes(operation)) {
			undo?.();
			failFlow(flow, `${operation} failed.`);
		} else {
			work?.();
			flow.status = FLOW_STATUS.succeeded;
		}
	});
	return flow;
}

/** A flow that has succeeded already. */
export function doneFlow(keeper: FlowKeeper, instance: Instance, operation: string): Flow {
	return keep(keeper, instance, operation, FLOW_STATUS.succeeded);
}

/** Ends a flow as failed. */
export function failFlow(flow: Flow, reason: string): void {
	flow.status = FLOW_STATUS.failed;
	flow.output = reason;
}

function keep(
	keeper: FlowKeeper,
	{ id: instanceId, region }: Instance,
	operation: string,
	status: Flow['status'],
): Flow {
	const flow: Flow = { id: keeper.nextNumber(), operation, instanceId, region, status, output: '' };
	keeper.flows.push(flow);
	return flow;
}
