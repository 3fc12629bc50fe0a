import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { ApiRequest, Effect } from './vendor';
import type { Completion } from './completion';
import type { OperationContext } from './context';
import type { Failure } from './failure';
import type { Field } from './field';
import type { Pages } from './pages';
import { listIn } from './pages';

/** Method and path of an operation, as its reference page prints them. */
export interface RequestLine {
	method: IHttpRequestMethods;
	path: string;
}

export const get = (path: string): RequestLine => ({ method: 'GET', path });
export const post = (path: string): RequestLine => ({ method: 'POST', path });
export const put = (path: string): RequestLine => ({ method: 'PUT', path });
export const del = (path: string): RequestLine => ({ method: 'DELETE', path });

/** One row of what an operation gives back: an item, or what kept it from being one. */
export interface Outcome {
	json: IDataObject;
	/** Why this part of a batch did not work although the request did. */
	failed?: string;
	/** What the node itself says about it, which "Simplify" keeps. */
	told?: IDataObject;
}

/** What of a write needs no request, as it is so already. */
export interface Settled {
	/** What comes out for it. */
	outcomes: Outcome[];
	/** Whether nothing is left to send. */
	isAll: boolean;
}

/** How a resource that a create makes is found again by its exact name. */
export interface FindExisting {
	/** Existing resources that fit the request, in whatever state they are. */
	matches(item: OperationContext, request: ApiRequest): Promise<IDataObject[]>;
	/**
	 * Whether a match is what the request creates, beyond its name being similar; by default all are. With
	 * "Create If Absent", one that is not is named instead of taken.
	 */
	isMeant?(json: IDataObject, request: ApiRequest): boolean;
	/** Whether a second identical one changes nothing, so that it may be created again. */
	isRepeatable?: boolean;
	/**
	 * For a service that gives what exists the new values, and reports a success, instead of refusing a second
	 * one. The node then looks first, and refuses it itself.
	 */
	overwrites?: {
		/** What to do instead of creating it, full sentences. */
		instead: string;
		/** Whether what has just been created, and may not be listed yet, is what the request creates. */
		isSame(json: IDataObject, request: ApiRequest): boolean;
	};
	/** Whether one can no longer be used, as it has failed or is being deleted. */
	isOver?(json: IDataObject): boolean;
	/** Field that tells two matches apart. */
	key: string;
	/** Field that other requests name one by, where that is not `key`. */
	nameField?: string;
	/**
	 * Parameter of the request that holds the name, where the service lets two resources have the same
	 * one; absent where names are unique.
	 */
	named?: string;
	/** Whether the list shows a new one only after tens of seconds, so that it is searched for longer. */
	isListedLate?: boolean;
	/** How many one request creates; by default one. */
	count?(request: ApiRequest): number;
	/**
	 * When a match was created, Unix time in milliseconds, where the list says so: only that tells one
	 * that a create made from one that existed before, unless it was looked for before.
	 */
	createdAt?(json: IDataObject): number | undefined;
}

/** How a create that has no name is kept from happening again when n8n retries a failed execution. */
export interface MadeBefore {
	/** What already has the name that it is to get later, which is the result then. */
	named?(item: OperationContext, request: ApiRequest): Promise<IDataObject | undefined>;
	/** What may come from an earlier execution of the same request, for texts; not what this run made. */
	find(item: OperationContext, request: ApiRequest): Promise<string[]>;
	/** How to go on with what it finds, full sentences. */
	goOn: string;
}

/** What has been tried so far. */
export interface Tries {
	count: number;
	/** Milliseconds since the first one. */
	elapsed: number;
}

/**
 * What an operation does to the cloud. Order of writes, retry, hints, what is forgotten afterwards and the
 * fault matrix follow from it; nothing is guessed from a name.
 *
 * - `read` changes nothing.
 * - `create` makes something that did not exist: an instance, an order for one, a topic, a user.
 * - `delete` takes something away: what it names exists no longer.
 * - `change` is every other write.
 */
export type OperationKind = 'read' | 'create' | 'change' | 'delete';

/** One operation of a resource: its request, its fields, and what comes back. */
export interface Operation {
	/** Value of the n8n option: `getAll`. */
	value: string;
	/** "Get Many" */
	name: string;
	/** What the nodes panel shows, without articles: "Get many topics". */
	action: string;
	description: string;
	/** Name in the vendor's API reference, and of its file in the facts. */
	api: string;
	request: RequestLine;
	kind: OperationKind;
	/** Whether what it creates is billed from then on, which the form warns of. */
	billed?: boolean;
	/** Whether a newer operation does the same: listed behind all others. */
	superseded?: boolean;
	/** What else it costs or loses, in a full sentence, which stands in the form. */
	warning?: string;
	/**
	 * Whether a name that fits none or several is an item of what it finds, and not an error; its parameter is
	 * then absent. Only for what looks before something is bought.
	 */
	tellsNames?: boolean;
	/** Query and body parameters that are always the same. */
	constant?: { query?: IDataObject; body?: IDataObject };
	/** Parameters shown at once: locators first, then the required ones. */
	fields?: Field[];
	/** Optional parameters, shown in the collection "Options". */
	options?: Field[];
	/**
	 * Rules between parameters.
	 *
	 * @param parameterOf A parameter of the node, also one that is not sent
	 * @throws {BadInput}
	 */
	check?: (request: ApiRequest, parameterOf: (name: string) => unknown) => void;
	/** Last change to the request that needs the API itself, such as zone codes to zone IDs. */
	before?: (item: OperationContext, request: ApiRequest) => Promise<Settled | void>;
	/** How a list is read page by page; gives the operation "Return All" and "Limit". */
	pages?: Pages;
	/**
	 * Which rows of a list stay, for filters that the API lacks; `undefined` keeps all.
	 *
	 * @param local Values of the fields that are not sent, by name
	 */
	keep?: (local: Record<string, unknown>) => ((json: IDataObject) => boolean) | undefined;
	/**
	 * A write of several requests, instead of the one that the other lines say. What must not happen
	 * twice goes through `item.once`. A read of several requests that lists something also has `pages`, for
	 * "Return All" and "Limit".
	 */
	runSteps?: (item: OperationContext, request: ApiRequest) => Promise<Outcome[]>;
	/** What comes out instead, where a write has nothing to do: nothing is sent for that item. */
	spare?: (request: ApiRequest) => IDataObject | undefined;
	/**
	 * When a write that did not succeed is sent again, beyond what is repeated for every operation: only where
	 * nothing has happened, or where a second time does no harm.
	 *
	 * @returns Milliseconds to wait; `undefined` to let it be
	 * @throws {Failure} What is known better than the service said it
	 */
	again?: (
		item: OperationContext,
		request: ApiRequest,
		failure: Failure,
		tries: Tries,
	) => Promise<number | undefined>;
	/** Whether an answer lacks what was asked for: a list may lag behind, so it is asked for again. */
	isMissing?: (body: IDataObject, request: ApiRequest) => boolean;
	/** What comes out of a success; by default its body as one item. */
	outcome?: (body: IDataObject, request: ApiRequest, item: OperationContext) => Outcome[];
	/** Fields kept by "Simplify". */
	simple?: readonly string[];
	/** What a create made, for texts: "topic orders.created". */
	subject?: (json: IDataObject, request: ApiRequest) => string;
	/** Gives a create "Create If Absent", and finds it again when its answer was lost. */
	find?: FindExisting;
	/** For a create without `find` that the service would carry out a second time. */
	madeBefore?: MadeBefore;
	/** Gives the operation "Wait for Completion". */
	completion?: Completion;
}

/** The operations of one resource. */
export interface Resource {
	/** Value of the n8n option: `topic`. */
	value: string;
	/** "Topic" */
	name: string;
	operations: Operation[];
}

export const effectOf = ({ kind }: Pick<Operation, 'kind'>): Effect =>
	kind === 'read' ? 'read' : 'write';

/** What a write did, for texts: "instance orders-dev (ID 1234)". */
export const subjectOf = (
	{ subject, action }: Operation,
	json: IDataObject,
	request: ApiRequest,
): string => subject?.(json, request) ?? action;

/** One item with these values. */
export const singleItem = (json: IDataObject): Outcome[] => [{ json }];

/** The entries of a list in an answer, an item each; an answer without it is a failure. */
export const entries =
	(list: string) =>
	(body: IDataObject): Outcome[] =>
		listIn(body, list).map((json) => ({ json }));
