import type { Answer } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import type { AlibabaState } from '../model/state';
import { ENDED, WORKING } from '../model/status';

/** A request that passed authentication and validation. */
export interface OperationRequest {
	operation: string;
	/** Parameters by name, lists and objects rebuilt, typed as in the facts. */
	parameters: Record<string, unknown>;
	accessKeyId: string;
}

/** What a handler works with. */
export interface Context {
	state: AlibabaState;
	/** Virtual time, ms since the epoch. */
	now: number;
	/** The instance of the parameters InstanceId and RegionId; ends the request when there is none. */
	instance(): Instance;
	/** The same, refused unless Kafka works on it. */
	workingInstance(): Instance;
	/** The same, refused unless it is in service and nothing changes it. */
	idleInstance(): Instance;
	/** A success in AliKafka's envelope. */
	success(fields?: Record<string, unknown>): Answer;
	/** A success of an operation without that envelope. */
	bare(fields?: Record<string, unknown>): Answer;
}

/** Carries out one operation; ends the request by `refuse` when it cannot. */
export type Handler = (request: OperationRequest, context: Context) => Answer;

/** Lists that have a word of their own for an instance that was released. */
const ACCESS = ['DescribeSaslUsers', 'DescribeAcls'];

/** Builds the context of a request. */
export function contextOf(
	state: AlibabaState,
	{ operation, parameters }: OperationRequest,
	answers: Pick<Context, 'success' | 'bare'>,
): Context {
	const { InstanceId, RegionId } = parameters as { InstanceId?: string; RegionId?: string };
	// Of an instance that is deleted the service says that it is not the caller's (terraform-provider-alicloud #9307).
	const missing = () =>
		refuse(
			state.wasDeleted(InstanceId) ? 'AUTH_RESOURCE_OWNER_ERROR' : 'Instance.NotFound',
			InstanceId,
		);
	const instance = () =>
		state.visible.find((i) => i.id === InstanceId && (!RegionId || i.region === RegionId)) ??
		missing();
	const workingInstance = () => {
		const found = instance();
		if (ENDED.includes(found.phase) && ACCESS.includes(operation))
			refuse('BIZ.INSTANCE.STATUS.ERROR', found.id);
		if (ENDED.includes(found.phase)) refuse('InstanceStatus.Released', found.id);
		if (found.phase === 'stopped') refuse('InstanceStatus.Stopped', found.id);
		if (!WORKING.includes(found.phase)) refuse('Instance.StatusNotRunning', found.id);
		return found;
	};
	const idleInstance = () => {
		const found = workingInstance();
		if (found.pending !== null) refuse('ScheduledTask.AlreadyHasSameTaskType', found.pending);
		if (found.phase !== 'serving') refuse('Instance.StatusNotRunning', found.id);
		return found;
	};
	return { state, now: state.now, instance, workingInstance, idleInstance, ...answers };
}
