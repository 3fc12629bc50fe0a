import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeApiError,
} from 'n8n-workflow';

import { Failure } from '../../nodes/shared/contract/failure';
import type { Field } from '../../nodes/shared/contract/field';
import type { Operation } from '../../nodes/shared/contract/operation';
import { post } from '../../nodes/shared/contract/operation';
import type { Vendor } from '../../nodes/shared/contract/vendor';
import { sender } from '../../nodes/shared/run/send';
import { someNode } from './someNode';
import { VirtualClock } from './virtualClock';

/**
 * The send function of a node without n8n-core and without network: what n8n hands it, and a cloud that
 * gives what a test says, request by request.
 */

/** An answer of the cloud; a text is a fault of the network by its code. */
export type Reply = { status?: number; headers?: IDataObject; body?: unknown } | string;

export interface Sending {
	operation?: Partial<Operation>;
	vendor?: Partial<Vendor>;
	/** Replies in the order of the requests, the last one stays; or by what is asked. */
	replies?: Reply[] | ((sent: IHttpRequestOptions) => Reply | Promise<Reply>);
	/** Parameters of the node. */
	parameters?: INodeParameters;
	/** Parameters that expressions give each item. */
	items?: INodeParameters[];
	common?: Field[];
	clock?: VirtualClock;
	credentials?: IDataObject;
	node?: Partial<INode>;
	/** Whether the node is set to continue. */
	continues?: boolean;
	mode?: string;
	signal?: AbortSignal;
	/** What n8n's routing has put together. */
	options?: Partial<IHttpRequestOptions>;
}

/** An item's end: what came out, or the error that n8n shows. */
export type End = { items?: INodeExecutionData[]; error?: NodeApiError };

let count = 0;

/** One run of a node over its items, which a later try goes on with. */
export class Sent {
	readonly requests: IHttpRequestOptions[] = [];
	/** Texts in n8n's log. */
	readonly notes: string[] = [];
	readonly defects: unknown[][] = [];
	readonly clock: VirtualClock;
	readonly account = `account ${++count}`;
	private readonly send;
	private readonly node: INode;
	private readonly execution: object;

	constructor(private readonly given: Sending = {}) {
		this.clock = given.clock ?? new VirtualClock();
		const operation: Operation = {
			value: 'create',
			name: 'Create',
			action: 'Create thing',
			description: '',
			api: 'CreateThing',
			request: post('/things'),
			kind: 'create',
			subject: ({ id }) => `thing ${String(id)}`,
			...given.operation,
		};
		const vendor: Vendor = {
			name: 'Some Cloud',
			credential: 'someCloudApi',
			endpoint: ({ region }, other) => `https://${other ?? String(region)}.cloud.example`,
			account: () => this.account,
			pace: () => ({ perSecond: Infinity, atOnce: 10 }),
			unauthorized: () => new Failure('refused', 'the key was rejected'),
			decode({ status, body }) {
				if (status >= 500) throw new Failure('broken', 'the service broke down');
				if (status === 429) throw new Failure('throttled', 'too many');
				if (status >= 400) throw new Failure('refused', String(body), { code: String(body) });
				return (body ?? {}) as IDataObject;
			},
			...given.vendor,
		};
		const expressions = (given.items ?? []).flatMap((item) =>
			Object.keys(item).map((name) => [name, `={{ $json.${name} }}`]),
		);
		this.node = {
			...someNode,
			parameters: {
				resource: 'thing',
				operation: 'create',
				...given.parameters,
				...Object.fromEntries(expressions),
			} as INodeParameters,
			...given.node,
		};
		this.execution = { node: this.node, data: { main: [this.inputs] } };
		const resources = [{ value: 'thing', name: 'Thing', operations: [operation] }];
		this.send = sender(vendor, resources, given.common ?? [], this.clock);
	}

	private get inputs(): INodeExecutionData[] {
		return (this.given.items ?? [{}]).map((_, index) => ({ json: { input: index } }));
	}

	/** One try: all items at once, as n8n does. */
	async run(): Promise<End[]> {
		return await Promise.all(this.inputs.map(async (_, index) => await this.item(index)));
	}

	/** The only item of a run that has to succeed, as JSON of what came out. */
	async rows(): Promise<IDataObject[]> {
		const [{ items, error }] = await this.run();
		expect(error).toBeUndefined();
		return (items ?? []).map(({ json }) => json);
	}

	/** What the error of the only item says. */
	async told(): Promise<string> {
		const [{ error }] = await this.run();
		return `${error?.message} | ${error?.description}`;
	}

	private async item(index: number): Promise<End> {
		const { options = {} } = this.given;
		try {
			const context = this.contextOf(index);
			const items = await this.send.call(context, {
				options: { qs: {}, body: {}, ...options },
			} as never);
			return { items };
		} catch (error) {
			return { error: error as NodeApiError };
		}
	}

	private contextOf(index: number): IExecutePaginationFunctions {
		const { given, node, execution, notes, defects } = this;
		const own: IDataObject = {
			requestOptions: {},
			...node.parameters,
			...(given.items?.[index] as IDataObject),
		};
		const exchange = async (options: IHttpRequestOptions) => await this.exchange(options);
		const context = {
			getItemIndex: () => index,
			getNode: () => node,
			getNodeParameter: (name: string, fallback: unknown) => own[name] ?? fallback,
			getExecuteData: () => execution,
			getInputData: () => this.inputs[index],
			getMode: () => given.mode ?? 'manual',
			getTimezone: () => 'UTC',
			getExecutionCancelSignal: () => given.signal,
			continueOnFail: () => given.continues ?? false,
			getCredentials: async () =>
				await Promise.resolve({ region: 'here', ...given.credentials } as IDataObject),
			logger: {
				info: (text: string) => void notes.push(text),
				error: (...said: unknown[]) => void defects.push(said),
			},
			helpers: {
				async httpRequestWithAuthentication(
					this: IExecutePaginationFunctions,
					credential: string,
					options: IHttpRequestOptions,
				) {
					await this.getCredentials(credential);
					return await exchange(options);
				},
			},
		};
		return context as unknown as IExecutePaginationFunctions;
	}

	private async exchange(options: IHttpRequestOptions) {
		const { replies = [{ body: { id: 'new' } }] } = this.given;
		const count = this.requests.push(options);
		const reply = Array.isArray(replies)
			? replies[Math.min(count, replies.length) - 1]
			: await replies(options);
		if (typeof reply === 'string')
			throw Object.assign(new Error(reply), { isAxiosError: true, code: reply, syscall: 'read' });
		const { status = 200, headers = {}, body } = reply;
		const answer = { statusCode: status, headers, body };
		if (status !== 401) return answer;
		const response = { status, headers, data: body };
		throw Object.assign(new Error('401'), { isAxiosError: true, response });
	}
}
