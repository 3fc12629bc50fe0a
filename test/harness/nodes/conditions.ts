import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { describe, property } from './describe';

// Both nodes take the same parameters; n8n-core evaluates them because of the type `filter`.
const parameters = [
	property('conditions', 'filter', {}, undefined, {
		typeOptions: {
			filter: {
				caseSensitive: '={{!$parameter.options.ignoreCase}}',
				typeValidation:
					'={{ ($nodeVersion < 2.1 ? $parameter.options.looseTypeValidation : $parameter.looseTypeValidation) ? "loose" : "strict" }}',
				version: '={{ $nodeVersion >= 2.3 ? 3 : $nodeVersion >= 2.2 ? 2 : 1 }}',
			},
		},
	}),
	property('looseTypeValidation', 'boolean', false),
	property('options', 'collection', {}, undefined, {
		options: [
			property('ignoreCase', 'boolean', true),
			property('looseTypeValidation', 'boolean', true),
		],
	}),
];

/** Splits the items into those that meet the conditions and the others. */
function split(context: IExecuteFunctions): INodeExecutionData[][] {
	const [met, others]: INodeExecutionData[][] = [[], []];
	context.getInputData().forEach((item, itemIndex) => {
		try {
			const pass = context.getNodeParameter('conditions', itemIndex, false, {
				extractValue: true,
			});
			item.pairedItem ??= { item: itemIndex };
			(pass ? met : others).push(item);
		} catch (error) {
			if (!context.continueOnFail()) {
				throw new NodeOperationError(context.getNode(), error as IDataObject & Error, {
					itemIndex,
				});
			}
			others.push(item);
		}
	});
	return [met, others];
}

function conditional(name: string, outputs: INodeType['description']['outputs']): INodeType {
	return {
		description: describe(name, [2, 2.1, 2.2, 2.3], parameters, { outputs }),
		async execute(this: IExecuteFunctions) {
			return split(this);
		},
	};
}

export const conditions = {
	'n8n-nodes-base.if': conditional('if', ['main', 'main']),
	'n8n-nodes-base.filter': conditional('filter', ['main']),
};
