import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { choice, describe, property, rows } from './describe';
import { setPath } from './paths';

const description = describe(
	'respondToWebhook',
	[1, 1.1, 1.2, 1.4, 1.5],
	[
		choice('respondWith', ['firstIncomingItem', 'allIncomingItems', 'json', 'noData', 'text']),
		property('responseBody', 'json', '', { respondWith: ['json', 'text'] }),
		property('options', 'collection', {}, undefined, {
			options: [
				property('responseCode', 'number', 200),
				property('responseKey', 'string', ''),
				rows('responseHeaders', 'entries', [
					property('name', 'string', ''),
					property('value', 'string', ''),
				]),
			],
		}),
	],
);

interface Options {
	responseCode?: number;
	responseKey?: string;
	responseHeaders?: { entries: Array<{ name: string; value: string }> };
}

function responseBody(context: IExecuteFunctions, { responseKey }: Options): unknown {
	const items = context.getInputData();
	const under = (value: IDataObject | IDataObject[]) => {
		if (!responseKey) return value;
		const body: IDataObject = {};
		setPath(body, responseKey, value);
		return body;
	};
	const respondWith = context.getNodeParameter('respondWith', 0) as string;
	if (respondWith === 'firstIncomingItem') return under(items[0].json);
	if (respondWith === 'allIncomingItems') return under(items.map(({ json }) => json));
	if (respondWith === 'noData') return undefined;
	const body = context.getNodeParameter('responseBody', 0) as string | IDataObject;
	if (respondWith === 'text' || typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, {
			message: "Invalid JSON in 'Response Body' field",
		});
	}
}

/** Sends the answer of a webhook; a run of the harness has it in `webhookResponse`. */
const respondToWebhook: INodeType = {
	description,
	async execute(this: IExecuteFunctions) {
		const webhook = this.getParentNodes(this.getNode().name).some(
			({ type }) => type === 'n8n-nodes-base.webhook',
		);
		if (!webhook && this.getNode().typeVersion >= 1.1) {
			throw new NodeOperationError(this.getNode(), 'No Webhook node found in the workflow');
		}
		const options = this.getNodeParameter('options', 0, {}) as Options;
		const headers = Object.fromEntries(
			(options.responseHeaders?.entries ?? []).map(({ name, value }) => [
				name.toLowerCase(),
				String(value),
			]),
		);
		await this.sendResponse({
			body: responseBody(this, options) as IDataObject,
			headers,
			statusCode: options.responseCode || 200,
		});
		return [this.getInputData()];
	},
};

export const webhookAnswers = { 'n8n-nodes-base.respondToWebhook': respondToWebhook };
