import type { FactsVendor, JsonSchema } from '../../../emulator/core/facts';
import type { OperationKind } from '../../../nodes/shared/contract/operation';
import type { Code } from '../code/code';
import type { Facts } from '../facts';
import type { Paging } from '../paging';
import type { Parameter, Place } from '../parameters';
import type { Section } from '../fields/vocabulary';

export type Row = Record<string, unknown>;

/** A list in an answer. */
export interface List {
	name: string;
	/** Name of the list inside of that member, where the answer wraps it. */
	entry?: string;
	row: JsonSchema;
	/** Whether null stands for an empty list. */
	isNullable: boolean;
	/** Member that counts all rows; beside `entry` where the answer wraps the list. */
	total?: string;
	/** Field that tells rows apart, or several. */
	key: string | string[];
}

/** What a success holds, out of the vendor's envelope. */
export interface Answer {
	status: number;
	/** Its members; none for an answer without content. */
	schema: JsonSchema;
	/** The same as values: the documents' example, or made from the schema. */
	content: Row;
	/** Whether the answer is a word instead of an object. */
	isWord: boolean;
	/** The list that the operation reads. */
	list?: List;
	paging?: Paging;
}

/** An operation on its way from the facts to sources. */
export interface Draft {
	facts: Facts;
	kind: OperationKind;
	/** Value of the n8n resource, and of the n8n operation. */
	resource: string;
	operation: string;
	/** Parameters that the user gives. */
	parameters: Parameter[];
	/** Parameters that are the same in every request. */
	constants: { query: Row; body: Row };
	/** Names of the node parameters, by wire name. */
	nodeParameters: Map<string, string>;
	answer: Answer;
	/** What somebody has to look at, a sentence each. */
	checks: string[];
}

/** A field that the vendor's sources have already. */
export interface KnownField {
	code: Code;
	/** Name of the n8n property. */
	name: string;
	isLocator: boolean;
}

/** A request as the node sends it, by the places of n8n's routing. */
export interface Sent {
	path: Row;
	query: Row;
	body: Row;
}

/** A handler of the emulator. */
export interface Handler {
	parameters: string[];
	body: Code;
}

/** What differs between the vendors. */
export interface VendorProfile {
	vendor: FactsVendor;
	/** Folder below `nodes`. */
	folder: string;
	/** As texts name it. */
	title: string;
	/** Whether the credential or the node fills a parameter in. */
	fillsIn(parameter: Parameter): boolean;
	/** Wire name of the instance that an operation is about. */
	instance: string;
	/** Whether everything is text on the wire. */
	isText: boolean;

	/** Where n8n's routing puts a parameter; by default into the body. */
	sentIn(place: Place, facts: Facts): 'path' | 'query' | undefined;
	/** The field that exists for a parameter. */
	knownField(parameter: Parameter, draft: Draft, section: Section): KnownField | undefined;
	/** The members `api`, `request`, and `kind` of the operation. */
	line(draft: Draft): Code;
	/** Where the operation is described: "DMS for Kafka API Reference 5.4.5". */
	reference(facts: Facts): string;

	/** Schema and example of an answer without the envelope; null for an answer without content. */
	unwrap(schema: JsonSchema | null): JsonSchema | null;
	unwrapExample(response: unknown): unknown;
	/** The list of an answer, if it has one. */
	list(schema: JsonSchema): Pick<List, 'name' | 'entry' | 'row' | 'isNullable'> | undefined;
	/** An answer in which the list is empty, to try descriptions of pages on. */
	withoutRows(list: List): Row;
	/** Source of a description of pages, for `api/pages.ts`. */
	pages(list: List, paging: Paging | undefined, constant: string): Code;

	/** The member `outcome`, where the answer is not what comes out. */
	outcome(draft: Draft): Code | undefined;
	/** The member `completion`, where the answer names work that goes on. */
	completion(draft: Draft): Code | undefined;

	/** Type of the emulator's handlers, in `requests/context` of the vendor. */
	handlerType: string;
	handler(draft: Draft): Handler;
	/** What the node makes of the handler's answer. */
	decoded(draft: Draft): Row;

	/** A request as a line of `cloud.lines()`, written into a template literal. */
	requestLine(draft: Draft, sent: Sent): string;
	/** A request as `cloud.body()` has it. */
	requestBody(draft: Draft, sent: Sent): unknown;
}
