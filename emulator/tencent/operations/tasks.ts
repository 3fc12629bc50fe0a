import { refuse, refuseValue, success } from '../answers/errors';
import type { Handler } from '../requests/context';

/** State of a flow: 0 succeeded, 1 failed, 2 running. */
export const DescribeTaskStatus: Handler = (request, { state, region }) => {
	const { FlowId } = request.body as { FlowId: number };
	if (FlowId === 0) refuseValue('FlowId', '0 is no flow');
	const flow = state.flow(FlowId);
	if (flow?.region !== region) {
		refuse('ResourceNotFound', `The flow ${FlowId} does not exist.`);
	}
	return success({ Result: { Status: flow.status, Output: flow.output } });
};
