import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { choice, describe, property } from './describe';

type Script = (...values: unknown[]) => Promise<unknown>;

const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => Script;

/** Runs JavaScript with n8n's variables (`$input`, `$json`, `$('Node')`, `items` or `item`). */
async function evaluate(context: IExecuteFunctions, code: string, itemIndex: number, own: object) {
	const proxy = context.getWorkflowDataProxy(itemIndex);
	const names = [
		'$',
		'$input',
		'$json',
		'$node',
		'$workflow',
		'$execution',
		'$vars',
		'$now',
		'$today',
	];
	const scope = { ...Object.fromEntries(names.map((name) => [name, proxy[name]])), ...own };
	return await new AsyncFunction(...Object.keys(scope), code)(...Object.values(scope));
}

function toItem(value: unknown): INodeExecutionData {
	const item = value as INodeExecutionData;
	return item?.json && typeof item.json === 'object'
		? item
		: { json: (value ?? {}) as IDataObject };
}

const code: INodeType = {
	description: describe(
		'code',
		[1, 2],
		[
			choice('language', ['javaScript']),
			choice('mode', ['runOnceForAllItems', 'runOnceForEachItem']),
			property('jsCode', 'string', ''),
		],
	),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const script = this.getNodeParameter('jsCode', 0) as string;
		if (this.getNodeParameter('mode', 0) === 'runOnceForAllItems') {
			const result = await evaluate(this, script, 0, { items });
			return [(Array.isArray(result) ? result : [result]).map(toItem)];
		}
		const output: INodeExecutionData[] = [];
		for (const [index, item] of items.entries()) {
			const result = await evaluate(this, script, index, { item });
			output.push({ ...toItem(result), pairedItem: { item: index } });
		}
		return [output];
	},
};

export const scripts = { 'n8n-nodes-base.code': code };
