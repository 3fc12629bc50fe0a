import type { Accounts } from '../../core/accounts';
import type { Answer } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import type { TencentState } from '../model/state';
import { STATUS } from '../model/status';

/** A request that passed authentication and validation. */
export interface OperationRequest {
	operation: string;
	/** X-TC-Region. */
	region: string;
	/** Parsed and valid. */
	body: unknown;
	secretId: string;
}

/** What a handler works with. */
export interface Context {
	state: TencentState;
	/** Virtual time, ms since the epoch. */
	now: number;
	/** X-TC-Region. */
	region: string;
	/** Who is let in. */
	accounts: Accounts['tencent'];
	/** Time by which signatures are made, ms since the epoch. */
	serverTime: number;
	/** The instance of the ID in the region; ends the request when there is none. */
	instance(id: string): Instance;
	/** The same, refused unless Kafka works on it: 1 (running) or 7 (upgrading). */
	workingInstance(id: string): Instance;
	/** The same, refused unless it is 1 (running). */
	runningInstance(id: string): Instance;
	/** The same, refused also while a change of it is under way. */
	idleInstance(id: string): Instance;
}

/** Carries out one operation; ends the request by `refuse` or `decline` when it cannot. */
export type Handler = (request: OperationRequest, context: Context) => Answer;

/** Builds the context of a request. */
export function contextOf(
	state: TencentState,
	region: string,
	caller: Pick<Context, 'accounts' | 'serverTime'>,
): Context {
	const instance = (id: string) =>
		state.of(region).find((found) => found.id === id) ??
		refuse('InvalidParameterValue.InstanceNotExist', `The instance ${id} does not exist.`);
	const withStatus = (id: string, ...statuses: number[]) => {
		const found = instance(id);
		if (!statuses.includes(found.status)) {
			const text = `The instance ${id} cannot be used in its present status ${found.status}.`;
			refuse('ResourceUnavailable', text);
		}
		return found;
	};
	const workingInstance = (id: string) => withStatus(id, STATUS.running, STATUS.upgrading);
	const runningInstance = (id: string) => withStatus(id, STATUS.running);
	const idleInstance = (id: string) => {
		const found = runningInstance(id);
		if (found.changing) refuse('ResourceInUse', `The instance ${id} is being changed.`);
		return found;
	};
	const { now } = state;
	return {
		...caller,
		state,
		now,
		region,
		instance,
		workingInstance,
		runningInstance,
		idleInstance,
	};
}
