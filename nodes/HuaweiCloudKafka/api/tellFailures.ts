import type { IDataObject } from 'n8n-workflow';

import type { Operation, Outcome, Resource } from '../../shared/contract/operation';
import { singleItem } from '../../shared/contract/operation';
import { meaningOfPart, requestIdOf } from './decode';
import type { FailedPart } from './failedParts';
import { failedParts } from './failedParts';

/** Fields by which items say that something was done. */
const DONE = ['deleted', 'updated', 'reset', 'restarting', 'disabled'];

const notDone = (json: IDataObject): IDataObject => ({
	...json,
	...Object.fromEntries(DONE.filter((name) => json[name] === true).map((name) => [name, false])),
});

/** Whether an outcome is about the part. */
const isAbout = ({ json }: Outcome, { name }: FailedPart) =>
	name === undefined || Object.values(json).some((value) => String(value) === name);

/** What came out, with the parts that the answer reports as failed. */
function withFailures(outcomes: Outcome[], parts: FailedPart[], requestId?: string): Outcome[] {
	const told = [...outcomes];
	for (const part of parts) {
		const words = meaningOfPart(part) || 'the service reports a failure without a reason';
		const failed = requestId ? `${words} (request ID ${requestId})` : words;
		const at = told.findIndex((outcome) => !outcome.failed && isAbout(outcome, part));
		if (at >= 0) told[at] = { json: notDone(told[at].json), failed };
		else told.push({ json: part.name === undefined ? {} : { name: part.name }, failed });
	}
	return told;
}

/** A write that tells what its answer reports as failed, also where its own outcome does not look there. */
function telling(operation: Operation): Operation {
	const { kind, outcome = singleItem } = operation;
	if (kind === 'read') return operation;
	return {
		...operation,
		outcome: (body, request, item) => {
			const outcomes = outcome(body, request, item);
			if (outcomes.some(({ failed }) => failed)) return outcomes;
			return withFailures(outcomes, failedParts(body), requestIdOf(body));
		},
	};
}

/** The resources, with writes that take no reported failure for a success. */
export const tellingFailures = (resources: Resource[]): Resource[] =>
	resources.map((resource) => ({ ...resource, operations: resource.operations.map(telling) }));
