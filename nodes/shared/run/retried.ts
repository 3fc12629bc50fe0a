import type { IExecuteSingleFunctions } from 'n8n-workflow';

/** n8n hands the mode of the outermost execution down to sub-workflows, whose own is `integrated`. */
interface WithRootMode {
	additionalData?: { rootExecutionMode?: string };
}

/**
 * Whether n8n runs a failed execution again ("Retry" in the list of executions): what this node creates
 * may exist already. A tool of an agent runs in the agent's mode.
 */
export function isRetriedExecution(context: IExecuteSingleFunctions): boolean {
	const { additionalData } = context as WithRootMode;
	return context.getMode() === 'retry' || additionalData?.rootExecutionMode === 'retry';
}
