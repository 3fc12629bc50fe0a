import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../../../../../nodes/shared/contract/clock';
import type { OperationContext } from '../../../../../nodes/shared/contract/context';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { FailureDetails, FailureKind } from '../../../../../nodes/shared/contract/failure';
import type { FindExisting, Operation } from '../../../../../nodes/shared/contract/operation';
import { post } from '../../../../../nodes/shared/contract/operation';
import type { ApiRequest } from '../../../../../nodes/shared/contract/vendor';
import { createOnce } from '../../../../../nodes/shared/create/createOnce';
import { operationContext, type GivenContext } from '../../../../support/operationContext';
import { VirtualClock } from '../../../../support/virtualClock';

/** A create and the list that shows what it made, without n8n and without a cloud. */
export interface Things {
	item: OperationContext;
	operation: Operation;
	find: FindExisting;
	request: ApiRequest;
	clock: VirtualClock;
	/** What the list shows, look by look; the last entry stays. A failure is thrown. */
	lists: Array<IDataObject[] | Failure>;
	/** What the create gives, send by send; the last entry stays. A failure is thrown. */
	answers: Array<IDataObject | Failure>;
	/** How often the list was looked at, and the create sent. */
	looks: number;
	sends: number;
	/** When each look was, milliseconds since the start. */
	times: number[];
	/** What was written to n8n's log. */
	notes: string[];
	/** Names of the steps that must not happen twice, with what they did. */
	steps: string[];
	create(): ReturnType<typeof createOnce>;
}

export interface GivenThings {
	find?: Partial<FindExisting>;
	operation?: Partial<Operation>;
	/** Switches of the node that are on. */
	on?: string[];
	item?: GivenContext;
	clock?: VirtualClock;
	body?: IDataObject;
}

let count = 0;

/** Things with names that only one can have, unless `find` names a parameter. */
export function things({ find, operation, on = [], item, clock, body }: GivenThings = {}): Things {
	const time = clock ?? new VirtualClock();
	const begin = time.monotonic();
	const next = <T>(list: T[]): T => (list.length > 1 ? (list.shift() as T) : list[0]);
	const given = <T>(one: T | Failure): T => {
		if (one instanceof Failure) throw one;
		return one;
	};
	const all: Things = {
		operation: {
			value: 'create',
			name: 'Create',
			action: 'Create thing',
			description: '',
			api: 'CreateThing',
			request: post('/things'),
			kind: 'create',
			subject: ({ id }) => `thing ${String(id)}`,
			...operation,
		},
		find: {
			key: 'id',
			matches: async () => {
				all.looks++;
				all.times.push(time.monotonic() - begin);
				return await Promise.resolve(given(next(all.lists)));
			},
			...find,
		},
		request: {
			api: 'CreateThing',
			effect: 'write',
			method: 'POST',
			path: '/things',
			body: { name: 'orders', ...body },
		} as ApiRequest,
		item: operationContext({
			clock: time,
			addressee: `account ${++count}`,
			about: ' (Name: orders)',
			identity: ' (Name: orders)',
			isOn: (name) => on.includes(name),
			call: async () => {
				all.sends++;
				return await Promise.resolve(given(next(all.answers)));
			},
			note: (text) => void all.notes.push(text),
			simplified: ({ extra: _, ...json }) => json,
			once: async (name, task, subject) => {
				const made = await task();
				all.steps.push(`${name}: ${subject(made)}`);
				return made;
			},
			...item,
		}),
		clock: time,
		lists: [[]],
		answers: [{ id: 'new' }],
		looks: 0,
		sends: 0,
		times: [],
		notes: [],
		steps: [],
		create: async () => await createOnce(all.item, all.operation, all.find, all.request),
	};
	return all;
}

/** Things of which two can have the same name. */
export const alike = ({ find, ...given }: GivenThings = {}): Things =>
	things({ find: { named: 'name', ...find }, ...given });

export const IF_ABSENT = { on: ['createIfAbsent'] };

export const failing = (kind: FailureKind, details?: FailureDetails) =>
	new Failure(kind, `it was ${kind}`, details);

/** What a task throws; fails where it throws nothing. */
export async function thrownBy(task: Promise<unknown>): Promise<Failure> {
	const thrown: unknown = await task.then(
		() => undefined,
		(error: unknown) => error,
	);
	expect(thrown).toBeInstanceOf(Failure);
	return thrown as Failure;
}

/** Lets so much time pass. */
export const passed = async (clock: Clock, duration: number) => await clock.sleep(duration);
