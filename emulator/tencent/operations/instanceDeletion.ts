import { refuse, refuseValue, success } from '../answers/errors';
import type { Flow } from '../model/contents';
import { beginDeletion } from '../model/lifecycle';
import { STATUS } from '../model/status';
import type { Context, Handler } from '../requests/context';

/** An instance in one of these can be deleted; others answer UnsupportedOperation. */
const DELETABLE: number[] = [
	STATUS.createFailed,
	STATUS.running,
	STATUS.deleteFailed,
	STATUS.isolated,
];

/** Deletes a pay-as-you-go instance; the example answers no flow, see the rule `flows`. */
export const DeleteInstancePost: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	const { id } = begin(context, InstanceId, request.operation, false);
	const FlowId = context.state.rules.flows === 'named' ? id : 0;
	return success({ Result: { FlowId } });
};

/** Deletes a prepaid instance; the answer has a FlowId 0. */
export const DeleteInstancePre: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	begin(context, InstanceId, request.operation, true);
	const DealName = context.state.newDeal();
	const Data = {
		FlowId: 0,
		DealNames: [DealName],
		InstanceId,
		DealNameInstanceIdMapping: null,
	};
	const Result = { ReturnCode: '0', ReturnMessage: 'ok', Data, DeleteRouteTimestamp: null };
	return success({ Result });
};

function begin(context: Context, id: string, operation: string, prePaid: boolean): Flow {
	const instance = context.instance(id);
	if (instance.prePaid !== prePaid) {
		refuseValue('InstanceId', `${id} is ${prePaid ? 'not a' : 'a'} prepaid instance`);
	}
	if (instance.deleteProtection === 1) {
		refuse('OperationDenied', `The instance ${id} is protected from deletion.`);
	}
	if (!DELETABLE.includes(instance.status) || instance.changing) {
		const text = `The instance ${id} cannot be deleted in its present status.`;
		refuse('UnsupportedOperation', text);
	}
	return beginDeletion(context.state, instance, context.now, operation);
}
