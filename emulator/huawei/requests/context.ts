import type { HuaweiProject } from '../../core/accounts';
import type { Answer } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Caller } from '../auth/authentication';
import type { Instance } from '../model/instance';
import type { HuaweiState } from '../model/state';

/** A request that passed authentication and validation. */
export interface OperationRequest {
	path: Record<string, string>;
	/** Query parameters, typed as in the facts. */
	query: Record<string, unknown>;
	/** Parsed body, `{}` when the operation has one and none was sent. */
	body: unknown;
	caller: Caller;
}

/** What a handler works with. */
export interface Context {
	state: HuaweiState;
	/** Virtual time, ms since the epoch. */
	now: number;
	/** Project of the path; for operations without one, that of the caller or the first. */
	project: HuaweiProject;
	/** The instance of the ID, by default the path's; ends the request when there is none. */
	instance(id?: string): Instance;
	/** The same, refused with DMS.00400026 unless it is RUNNING. */
	runningInstance(): Instance;
	/** The instance, refused when its Kafka Manager is closed. */
	managedInstance(): Instance;
}

/** Carries out one operation; ends the request by `refuse` when it cannot. */
export type Handler = (request: OperationRequest, context: Context) => Answer;

/** Builds the context of a request. */
export function contextOf(
	state: HuaweiState,
	project: HuaweiProject,
	request: OperationRequest,
): Context {
	const instance = (id = request.path.instance_id) => {
		if (!/^[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/i.test(id)) refuse('DMS.00400030');
		return state.of(project.id).find((found) => found.id === id) ?? refuse('DMS.00404022');
	};
	const runningInstance = () => {
		const found = instance();
		if (found.status !== 'RUNNING') refuse('DMS.00400026', `Status: ${found.status}.`);
		return found;
	};
	const managedInstance = () => {
		const found = instance();
		if (found.managerClosed) refuse('DMS.00400062', 'Kafka Manager of the instance is disabled.');
		return found;
	};
	return { state, now: state.now, project, instance, runningInstance, managedInstance };
}
