import type { IDataObject, IHttpRequestOptions, IPollFunctions } from 'n8n-workflow';

/** An answer of the fake cloud. */
export interface Answer {
	status?: number;
	body: unknown;
}

export interface FakeContext {
	answer: (request: IHttpRequestOptions) => Answer | Promise<Answer>;
	parameters: IDataObject;
	/** What n8n keeps for the node. */
	data?: IDataObject;
	mode?: string;
	nodeId?: string;
	/** Milliseconds; `undefined` for an n8n that does not say. */
	budget?: number;
}

/** The part of n8n's poll context that a trigger uses, without n8n-core and without network. */
export function fakeContext({
	answer,
	parameters,
	data = {},
	mode = 'trigger',
	nodeId = 'node',
	budget,
}: FakeContext): IPollFunctions {
	const context = {
		getNode: () => ({
			id: nodeId,
			name: 'Watch',
			type: 'x',
			typeVersion: 1,
			parameters: {},
			credentials: {},
		}),
		getWorkflow: () => ({ id: 'workflow' }),
		getMode: () => mode,
		getWorkflowStaticData: () => data,
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => ({
			region: 'cn-north-4',
			projectId: 'f'.repeat(32),
			accessKeyId: 'a',
		}),
		...(budget !== undefined && { getPollBudgetMs: () => budget }),
		helpers: {
			async httpRequestWithAuthentication(_credential: string, options: IHttpRequestOptions) {
				const { status = 200, body } = await answer(options);
				return { statusCode: status, headers: {}, body };
			},
		},
	};
	return context as unknown as IPollFunctions;
}
