import type {
	ExecutionError,
	IDataObject,
	IExecuteResponsePromiseData,
	INode,
	INodeExecutionData,
	IRun,
	IRunData,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, deepCopy, UserError } from 'n8n-workflow';

import type { Clock } from '../../nodes/shared/contract/clock';
import { ExecutionLifecycleHooks, WorkflowExecute } from './engine';
import type { WorkflowJson } from './workflows';

export interface RunOptions {
	/** `manual` also runs the poll or trigger function of the start node; the default is `trigger`, a production run. */
	mode?: WorkflowExecuteMode;
	/** Mode of the outermost execution, which n8n hands down where this is a sub-workflow of it. */
	rootMode?: WorkflowExecuteMode;
	/** Items handed to the start node. */
	inputItems?: INodeExecutionData[];
	/** Name of the start node; without it the one that n8n would choose. */
	startNode?: string;
	/** Cancels the run after this time, as the workflow setting "Timeout Workflow" does. */
	timeoutMs?: number;
	signal?: AbortSignal;
}

/** What became of a run. */
export interface Outcome {
	result: IRun;
	runData: IRunData;
	error?: ExecutionError;
	/** What a Respond to Webhook node sent. */
	webhookResponse?: IExecuteResponsePromiseData;
	/** JSON of the items which a node gave in its last run (or the run of that index) on an output. */
	items(nodeName: string, output?: number, run?: number): IDataObject[];
	/** The items with `pairedItem`, `error` and `binary`. */
	output(nodeName: string, output?: number, run?: number): INodeExecutionData[];
}

/** A run under way: await it for the outcome. */
export type Running = Promise<Outcome> & {
	/** Stops the run as the editor's stop button does; the outcome then has the status `canceled`. */
	cancel(): void;
	/** Settles when the last node has returned too: after a cancellation that is later than the outcome. */
	ended: Promise<void>;
};

type AdditionalData = (
	extra: Partial<IWorkflowExecuteAdditionalData>,
) => IWorkflowExecuteAdditionalData;

/** Starts a workflow in n8n's engine. */
export function startRun(
	workflow: Workflow,
	json: WorkflowJson,
	additionalData: AdditionalData,
	{
		mode = 'trigger',
		rootMode,
		inputItems = [{ json: {} }],
		startNode,
		timeoutMs,
		signal,
	}: RunOptions,
	clock?: Clock,
): Running {
	const start = findStartNode(workflow, startNode);
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: start, data: { main: [inputItems] }, source: null }],
		},
		resultData: { pinData: json.pinData },
	});
	const options = { mode, rootMode, timeoutMs, signal, clock };
	return execute(workflow, json, additionalData, data, options);
}

/** Goes on with a run that waits, as n8n does with what came in: the node that waited passes it on. */
export function resumeRun(
	workflow: Workflow,
	json: WorkflowJson,
	additionalData: AdditionalData,
	{ result }: Outcome,
	inputItems: INodeExecutionData[],
): Running {
	if (result.status !== 'waiting') throw new UserError(`The run does not wait: ${result.status}`);
	// n8n reads it back from its database.
	const data = deepCopy(result.data);
	const [waiting] = data.executionData?.nodeExecutionStack ?? [];
	waiting.data.main = [inputItems];
	return execute(workflow, json, additionalData, data, { mode: result.mode });
}

function execute(
	workflow: Workflow,
	json: WorkflowJson,
	additionalData: AdditionalData,
	data: IRunExecutionData,
	{
		mode,
		rootMode,
		timeoutMs,
		signal,
		clock,
	}: Pick<RunOptions, 'rootMode' | 'timeoutMs' | 'signal'> & {
		mode: WorkflowExecuteMode;
		clock?: Clock;
	},
): Running {
	const hooks = new ExecutionLifecycleHooks(mode, '1', json as unknown as IWorkflowBase);
	let webhookResponse: IExecuteResponsePromiseData | undefined;
	hooks.addHandler('sendResponse', (response) => {
		webhookResponse = response;
	});
	const finished = new Promise<IRun>((resolve) =>
		hooks.addHandler('workflowExecuteAfter', (run) => resolve(run)),
	);
	const execution = new WorkflowExecute(
		additionalData({
			hooks,
			...(rootMode && { rootExecutionMode: rootMode }),
			// n8n compares it with the system's time.
			...(timeoutMs && !clock && { executionTimeoutTimestamp: Date.now() + timeoutMs }),
		}),
		mode,
		data,
	).processRunExecutionData(workflow);

	const cancel = () => execution.cancel();
	const timer = timeoutMs && !clock ? setTimeout(cancel, timeoutMs) : undefined;
	if (timeoutMs) clock?.timeout(timeoutMs).addEventListener('abort', cancel, { once: true });
	signal?.addEventListener('abort', cancel, { once: true });
	if (signal?.aborted) cancel();
	const ended = execution
		.then(() => undefined)
		.finally(() => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', cancel);
		});
	// A rejected execution never comes to its closing hook.
	const outcome = Promise.race([finished, ended.then(() => finished)]).then((result) =>
		toOutcome(result, webhookResponse),
	);
	return Object.assign(outcome, { cancel, ended });
}

function toOutcome(result: IRun, webhookResponse?: IExecuteResponsePromiseData): Outcome {
	const { runData, error } = result.data.resultData;
	const output = (nodeName: string, index = 0, run = -1) =>
		runData[nodeName]?.at(run)?.data?.main?.[index] ?? [];
	return {
		result,
		runData,
		error,
		webhookResponse,
		output,
		items: (...place) => output(...place).map((item) => item.json),
	};
}

function findStartNode(workflow: Workflow, name?: string): INode {
	const isTrigger = ({ type, typeVersion, disabled }: INode) =>
		!disabled &&
		workflow.nodeTypes.getByNameAndVersion(type, typeVersion).description.group.includes('trigger');
	const found = name
		? workflow.getNode(name)
		: (workflow.getStartNode() ?? Object.values(workflow.nodes).find(isTrigger));
	if (!found) throw new UserError(name ? `No node is called "${name}"` : 'No start node found');
	return found;
}
