import type { INode } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Whether an AI agent uses the node as its tool: n8n names the type so, and later versions mark the node, too. */
export const isTool = ({ rewireOutputLogTo, type }: INode): boolean =>
	rewireOutputLogTo === NodeConnectionTypes.AiTool || type.endsWith('Tool');

/**
 * Whether a failure is an item, and the node goes on: where "On Error" is set to continue, and for a model unless the
 * workflow file says "stopWorkflow", which the editor never saves. Of what is thrown, an AI Agent before version 3 tells
 * its model nothing (LangChain's executor makes an empty text of it), and a later one the message alone, without what
 * to do.
 */
export function goesOn(context: { continueOnFail(): boolean; getNode(): INode }): boolean {
	if (context.continueOnFail()) return true;
	const node = context.getNode();
	return isTool(node) && node.onError !== 'stopWorkflow';
}
