import type { Answer } from '../../http/answer';
import { refuse, success } from '../answers/errors';
import { TASK, type ConnectorTask } from '../model/connectors';
import { matches, page, type Paging } from '../requests/checks';
import type { Context, Handler, OperationRequest } from '../requests/context';

/** The connector of CKafka: tasks are watched and operated, connections only read. */

const USUAL_SIZE = 20;

/** Tasks of the region, brought up to the present. */
function tasksOf({ state, now, region }: Context): ConnectorTask[] {
	state.connectors.settle(now);
	return state.connectors.tasks.filter((task) => task.region === region);
}

/** The task of a request; ends the request when there is none. */
function taskOf(request: OperationRequest, context: Context): ConnectorTask {
	const { TaskId } = request.body as { TaskId: string };
	const found = tasksOf(context).find((task) => task.TaskId === TaskId);
	return (
		found ?? refuse('InvalidParameterValue.InstanceNotExist', `The task ${TaskId} does not exist.`)
	);
}

const recordParts = ({ TaskId, TaskName, TaskType, Status, record }: ConnectorTask) => ({
	record,
	TaskId,
	TaskName,
	TaskType,
	Status,
});

function recordOf(task: ConnectorTask) {
	const { record, ...names } = recordParts(task);
	return { ...record, ...names };
}

interface ListBody extends Paging {
	SearchWord?: string;
	TaskType?: string;
	SourceType?: string;
	TargetType?: string;
	Resource?: string;
}

const kindOf = (resource: unknown) => (resource as { Type?: string } | undefined)?.Type;

export const DescribeDatahubTasks: Handler = (request, context) => {
	const body = request.body as ListBody;
	const is = (wanted: string | undefined, value: unknown) => !wanted || wanted === value;
	const found = tasksOf(context)
		.filter((task) => matches(task.TaskName, body.SearchWord))
		.filter((task) => is(body.TaskType, task.TaskType))
		.filter(({ record }) => is(body.SourceType, kindOf(record.SourceResource)))
		.filter(({ record }) => is(body.TargetType, kindOf(record.TargetResource)))
		.filter(({ record }) => !body.Resource || JSON.stringify(record).includes(body.Resource));
	const TaskList = page(found, body, USUAL_SIZE).map(recordOf);
	return success({ Result: { TotalCount: found.length, TaskList } });
};

/** What only the list of tasks tells. */
const OF_LIST = ['StepList', 'TaskCurrentStep', 'TaskProgress'];

/** A deleted task is told as 3: terraform-provider-tencentcloud waits for that, and takes an error for a failure. */
export const DescribeDatahubTask: Handler = (request, context) => {
	const { TaskId } = request.body as { TaskId: string };
	const { connectors } = context.state;
	connectors.settle(context.now);
	const isMeant = (one: ConnectorTask) => one.TaskId === TaskId && one.region === context.region;
	const task = connectors.deleted.find(isMeant) ?? taskOf(request, context);
	const { record, ...names } = recordParts(task);
	const told = Object.entries(record).filter(([name]) => !OF_LIST.includes(name));
	return success({ Result: { ...Object.fromEntries(told), ...task.details, ...names } });
};

const accepted = ({ TaskId }: ConnectorTask): Answer => success({ Result: { TaskId } });

/** Begins work that ends with the task running or paused. */
const becoming =
	(during: number, wanted: number, failed: number): Handler =>
	(request, context) => {
		const task = taskOf(request, context);
		const end = () => void (task.Status = wanted);
		context.state.connectors.begin(task, context.now, { during, failed, end });
		return accepted(task);
	};

export const PauseDatahubTask = becoming(TASK.pausing, TASK.paused, TASK.pausingFailed);

export const ResumeDatahubTask = becoming(TASK.resuming, TASK.running, TASK.resumingFailed);

export const RestartDatahubTask = becoming(TASK.resuming, TASK.running, TASK.resumingFailed);

/** Deletes a task: 2 (deleting) until no list has it, or 4 when it is to fail. */
export const DeleteDatahubTask: Handler = (request, context) => {
	const task = taskOf(request, context);
	const { connectors } = context.state;
	connectors.begin(task, context.now, {
		during: TASK.deleting,
		failed: TASK.deletionFailed,
		end: () => {
			connectors.tasks = connectors.tasks.filter((one) => one !== task);
			connectors.deleted.push(Object.assign(task, { Status: TASK.deleted }));
		},
	});
	return accepted(task);
};

interface ConnectionsBody extends Paging {
	SearchWord?: string;
	Type?: string;
	ResourceRegion?: string;
}

export const DescribeConnectResources: Handler = (request, { state, region }) => {
	const body = request.body as ConnectionsBody;
	const found = state.connectors.connections
		.filter((one) => one.region === region)
		.filter((one) => matches(one.ResourceName, body.SearchWord))
		.filter((one) => !body.Type || one.Type === body.Type)
		.filter(
			(one) => !body.ResourceRegion || JSON.stringify(one.record).includes(body.ResourceRegion),
		);
	const ConnectResourceList = page(found, body, USUAL_SIZE).map(
		({ region: _, record, ...names }) => ({ ...record, ...names }),
	);
	return success({ Result: { TotalCount: found.length, ConnectResourceList } });
};

/** What only the list tells. */
const IN_LIST = ['DatahubTaskCount', 'TaskProgress'];

export const DescribeConnectResource: Handler = (request, { state, region }) => {
	const { ResourceId } = request.body as { ResourceId: string };
	const found = state.connectors.connections.find(
		(one) => one.ResourceId === ResourceId && one.region === region,
	);
	if (!found) {
		refuse(
			'InvalidParameterValue.InstanceNotExist',
			`The connection ${ResourceId} does not exist.`,
		);
	}
	const { region: _, record, ...names } = found;
	const told = Object.entries(record).filter(([name]) => !IN_LIST.includes(name));
	return success({ Result: { ...Object.fromEntries(told), ...names } });
};
