import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../../../nodes/shared/contract/context';
import type { FailureDetails, FailureKind } from '../../../../../nodes/shared/contract/failure';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { ApiRequest } from '../../../../../nodes/shared/contract/vendor';
import { writeRequest } from '../../../../../nodes/AlibabaCloudKafka/api/requests';
import { operationContext, type GivenContext } from '../../../../support/operationContext';
import { VirtualClock } from '../../../../support/virtualClock';

type Reply = IDataObject | Failure;

/** Instances that can be ordered, found, and deployed, without n8n and without a cloud. */
export class Shop {
	readonly clock: VirtualClock;
	readonly item: OperationContext;
	readonly notes: string[] = [];
	readonly steps: string[] = [];
	/** API names of what was sent, with the bodies of writes and the filters of lists. */
	readonly sent: Array<{ api: string; body: IDataObject; at: number }> = [];
	/** What the list shows, look by look; the last entry stays. A failure is thrown. */
	lists: Array<IDataObject[] | Failure> = [[]];
	/** What a list that is asked for an order or an instance shows instead. */
	narrowed?: Array<IDataObject[] | Failure>;
	/** Replies to writes by API name, the last one stays. */
	replies: Record<string, Reply[]> = {};
	/** Called before a request is answered. */
	onCall: (request: ApiRequest) => void = () => undefined;

	constructor(given: GivenContext = {}) {
		this.clock = (given.clock as VirtualClock) ?? new VirtualClock();
		const begin = this.clock.monotonic();
		this.item = operationContext({
			clock: this.clock,
			action: 'Place order',
			call: async (request) => {
				this.onCall(request);
				const { api, body = {} } = request;
				this.sent.push({ api, body, at: this.clock.monotonic() - begin });
				return await Promise.resolve(this.reply(request));
			},
			note: (text) => void this.notes.push(text),
			once: async (name, task, subject) => {
				const made = await task();
				this.steps.push(`${name}: ${subject(made)}`);
				return made;
			},
			...given,
			addressee: `account ${++count}`,
		});
	}

	private reply({ api, body = {} }: ApiRequest): IDataObject {
		const next = <T>(list: T[]): T => (list.length > 1 ? (list.shift() as T) : list[0]);
		if (api !== 'GetInstanceList') return given(next(this.replies[api] ?? [{}]));
		const isNarrowed = body.OrderId !== undefined || body.InstanceId !== undefined;
		const rows = given(next((isNarrowed && this.narrowed) || this.lists));
		return { InstanceList: { InstanceVO: rows } };
	}

	/** When requests of an operation were sent, milliseconds since the start. */
	times(api: string): number[] {
		return this.sent.filter((one) => one.api === api).map(({ at }) => at);
	}

	/** Bodies of what was sent to an operation. */
	bodies(api: string): IDataObject[] {
		return this.sent.filter((one) => one.api === api).map(({ body }) => body);
	}
}

let count = 0;

const given = <T>(one: T | Failure): T => {
	if (one instanceof Failure) throw one;
	return one;
};

export const failing = (kind: FailureKind, details?: FailureDetails) =>
	new Failure(kind, `it was ${kind}`, details);

/** An instance that was bought and waits for its deployment. */
export const waiting = (InstanceId: string, more: IDataObject = {}): IDataObject => ({
	InstanceId,
	ServiceStatus: 0,
	...more,
});

export const running = (InstanceId: string, more: IDataObject = {}): IDataObject => ({
	InstanceId,
	ServiceStatus: 5,
	...more,
});

export const orderRequest = (body: IDataObject = {}) => writeRequest('CreatePostPayInstance', body);

/** What a task throws; fails where it throws nothing. */
export async function thrownBy(task: Promise<unknown>): Promise<Failure> {
	const thrown: unknown = await task.then(
		() => undefined,
		(error: unknown) => error,
	);
	expect(thrown).toBeInstanceOf(Failure);
	return thrown as Failure;
}
