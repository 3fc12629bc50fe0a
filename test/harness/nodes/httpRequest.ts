import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	IRequestOptions,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { httpRequestDescription } from './httpRequestDescription';
import { requestOptions, type ResponseOptions } from './httpRequestOptions';

interface FullResponse {
	body: unknown;
	headers: IDataObject;
	statusCode: number;
	statusMessage: string;
}

async function text(context: IExecuteFunctions, body: unknown): Promise<string> {
	if (typeof body === 'string') return body;
	return (await context.helpers.binaryToBuffer(body as Buffer)).toString('utf8');
}

/** The answer as items: JSON objects and arrays as they are, anything else as `{ data: text }`. */
async function toItems(
	context: IExecuteFunctions,
	response: FullResponse,
	{ responseFormat, fullResponse }: ResponseOptions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { headers, statusCode, statusMessage } = response;
	const contentType = String(headers['content-type'] ?? '');
	let body: unknown = response.body;
	if (responseFormat === 'autodetect') {
		const content = await text(context, body);
		const json = contentType.includes('application/json');
		body = json ? JSON.parse(content.trim() || '{}') : { data: content };
	} else if (responseFormat === 'text') {
		body = { data: typeof body === 'string' ? body : JSON.stringify(body) };
	} else if (typeof body === 'string') {
		body = JSON.parse(body.trim() || '{}');
	}
	const values = fullResponse ? [{ body, headers, statusCode, statusMessage }] : [body].flat();
	return values.map((json) => ({
		json: (json ?? {}) as IDataObject,
		pairedItem: { item: itemIndex },
	}));
}

async function send(
	context: IExecuteFunctions,
	options: IRequestOptions,
	itemIndex: number,
): Promise<FullResponse> {
	if (context.getNodeParameter('authentication', itemIndex) === 'none') {
		return await context.helpers.request(options);
	}
	const type = context.getNodeParameter('nodeCredentialType', itemIndex) as string;
	const { requestWithAuthentication } = context.helpers;
	return await requestWithAuthentication.call(context, type, options, undefined, itemIndex);
}

/**
 * The HTTP Request node from version 4: it asks n8n for exactly the request which the real node asks for, with no
 * credential or with one of a package ("Predefined Credential Type"). Not there: pagination, batching, files, SSL.
 */
const httpRequest: INodeType = {
	description: httpRequestDescription,
	async execute(this: IExecuteFunctions) {
		const runs = this.getInputData().map(async (_, itemIndex) => {
			const { options, response } = await requestOptions(this, itemIndex);
			return await toItems(this, await send(this, options, itemIndex), response, itemIndex);
		});
		const output: INodeExecutionData[] = [];
		for (const [itemIndex, run] of (await Promise.allSettled(runs)).entries()) {
			if (run.status === 'fulfilled') {
				output.push(...run.value);
			} else if (this.continueOnFail()) {
				output.push({ json: { error: run.reason.message }, pairedItem: { item: itemIndex } });
			} else if (run.reason instanceof NodeApiError || run.reason instanceof NodeOperationError) {
				throw run.reason;
			} else {
				throw new NodeApiError(this.getNode(), run.reason, { itemIndex });
			}
		}
		return [output];
	},
};

export const http = { 'n8n-nodes-base.httpRequest': httpRequest };
