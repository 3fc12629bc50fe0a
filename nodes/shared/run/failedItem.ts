import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Secrets } from '../request/secrets';
import { isTool } from './goesOn';

/** An error as n8n routes, pairs, and retries it: as an item, not thrown. */
export interface FailedItem {
	index: number;
	/** The error that the node throws where it is not set to continue: the item says the same. */
	error: NodeApiError;
	secrets: Secrets;
	/** What names the part of a batch that failed. */
	part?: IDataObject;
}

/**
 * The item of a failure, for a node that is set to continue: `error` says what happened, `details` what
 * to do, with the service's code and request ID.
 *
 * n8n-core sends an item to the error output only if its JSON has no keys but these and `message`, and
 * then adds the input's fields itself; an item with an `error` beside its JSON would lose `details`.
 */
export function failedItem(
	context: IExecuteSingleFunctions,
	{ index, error, secrets, part = {} }: FailedItem,
): INodeExecutionData {
	const pairedItem = { item: index };
	const { message, description } = error;
	const told = { error: message, details: description ?? '' };
	if (isAlone(context)) {
		const named = Object.keys(part).length > 0 ? `Part of the batch: ${JSON.stringify(part)}.` : '';
		const details = secrets.hide([told.details, named].filter(Boolean).join(' '));
		return { json: { ...told, details }, pairedItem };
	}
	const input = context.getInputData(0, NodeConnectionTypes.Main) as INodeExecutionData;
	return { json: { ...secrets.hide({ ...input.json, ...part }), ...told }, pairedItem };
}

/** Whether nothing may stand beside the error: for n8n's error output, and for a model that reads it. */
function isAlone(context: IExecuteSingleFunctions): boolean {
	const node = context.getNode();
	return node.onError === 'continueErrorOutput' || isTool(node);
}
