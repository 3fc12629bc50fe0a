import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IDataObject,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, UserError, Workflow } from 'n8n-workflow';

import type { HarnessCredentialsHelper } from './credentialsHelper';
import { ExecuteContext, RoutingNode } from './engine';
import { describe } from './nodes/describe';
import { getPath } from './nodes/paths';

/** What the editor shows after "Test" of a credential, and the answer behind it. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
	response?: IDataObject;
	error?: Error;
}

type RequestError = Error & {
	cause?: { code?: string; response?: { status: number; statusText: string } };
};

/** Tests credential data as the editor does: the credential's `test` request, then its rules. */
export async function testCredential(
	helper: HarnessCredentialsHelper,
	additionalData: (
		extra?: Partial<IWorkflowExecuteAdditionalData>,
	) => IWorkflowExecuteAdditionalData,
	type: string,
	entered: ICredentialDataDecryptedObject,
): Promise<CredentialTestResult> {
	const { test } = helper.type(type);
	if (!test) throw new UserError(`The credential ${type} has no test`);
	helper.store[type] ??= entered;
	const data = await helper.withDefaults(additionalData(), entered, type, 'internal');
	try {
		const items = await sendTest(test, type, data, additionalData());
		const response = items?.[0]?.[0]?.json ?? {};
		const broken = test.rules?.find(
			(rule) =>
				rule.type === 'responseSuccessBody' &&
				getPath(response, rule.properties.key) === rule.properties.value,
		);
		return broken
			? { status: 'Error', message: broken.properties.message, response }
			: { status: 'OK', message: 'Connection successful!', response };
	} catch (error) {
		return { status: 'Error', message: shown(error as RequestError, test), error: error as Error };
	}
}

/** The message which n8n makes of a test that did not get through. */
function shown(error: RequestError, { rules = [] }: ICredentialTestRequest): string {
	const response = error.cause?.response;
	if (!response) return error.cause?.code ?? error.message;
	const rule = rules.find(
		({ type, properties }) => type === 'responseCode' && properties.value === response.status,
	);
	return (
		rule?.properties.message ||
		response.statusText ||
		`Received HTTP status code: ${response.status}`
	);
}

async function sendTest(
	test: ICredentialTestRequest,
	type: string,
	data: ICredentialDataDecryptedObject,
	additionalData: IWorkflowExecuteAdditionalData,
) {
	const nodeType: INodeType = {
		description: describe(
			'noOp',
			1,
			[
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
			{ credentials: [{ name: type, required: true }] },
		),
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: '1', name: type } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		{ ...additionalData, currentNodeParameters: node.parameters },
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	await workflow.expression.acquireIsolate();
	try {
		return await new RoutingNode(context, nodeType, { id: '1', name: type, type, data }).runNode();
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
