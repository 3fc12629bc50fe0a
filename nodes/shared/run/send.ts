import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { Completion, WaitLimits } from '../contract/completion';
import { createOnce } from '../create/createOnce';
import { throwIfDuplicated } from '../create/duplicates';
import { takesExisting } from '../create/existing';
import { namedBefore, throwIfMadeBefore } from '../create/madeBefore';
import type { Field } from '../contract/field';
import { isBlank } from '../contract/field';
import { Failure, asFailure, toNodeError } from '../contract/failure';
import { chosenOperation, operationsOf } from './chosen';
import { failedItem } from './failedItem';
import { goesOn } from './goesOn';
import { Item, parametersOf } from './item';
import type { Outcome, Resource } from '../contract/operation';
import { effectOf, singleItem, subjectOf } from '../contract/operation';
import type { Pages } from '../contract/pages';
import type { ApiRequest, Vendor } from '../contract/vendor';
import { forget } from '../create/recentCreates';
import { REGION } from '../form/regionOption';
import { call } from '../request/call';
import { callAgain } from '../request/callAgain';
import { connectItem } from '../request/connection';
import { lookAgain } from '../request/lookAgain';
import { readList } from '../request/readList';
import { replaceNames } from './named';
import type { Prepared } from './prepare';
import { prepare } from './prepare';
import { backOff } from '../request/retry';
import { uncertain } from '../request/uncertain';
import { Secrets, withoutSecrets } from '../request/secrets';
import { Run } from './run';
import { stillThere } from './stillThere';
import { waitFor } from './waitFor';

/**
 * The send function of a node, given to n8n as its `pagination` function, which is the only hook
 * around a declarative request. n8n's routing has built the request by then; this paces, sends,
 * decodes and repeats it, reads all pages, and waits for what it started.
 *
 * @param common Fields that every operation has in its options, as given to `assemble`
 */
export function sender(vendor: Vendor, resources: Resource[], common: Field[], clock: Clock) {
	const operations = operationsOf(resources);

	return async function send(
		this: IExecutePaginationFunctions,
		{ options }: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const index = this.getItemIndex();
		const node = this.getNode();
		const run = Run.of(this, node);
		run.enter(index);
		const parameterOf = parametersOf(this, node.parameters);
		const secrets = new Secrets();
		let action = 'Run';
		try {
			const operation = chosenOperation(operations, node.parameters);
			({ action } = operation);
			const prepared = prepare(
				operation,
				common,
				options,
				parameterOf,
				node.parameters,
				this.getTimezone(),
			);
			secrets.add(prepared.secrets);
			const region = (prepared.local[REGION] as string | undefined) || undefined;
			const base = {
				context: this,
				vendor,
				clock,
				options: carried(options),
				region,
				secrets,
				signal: this.getExecutionCancelSignal(),
			};
			let unfit: IDataObject[] = [];
			const connected = async () => {
				const connection = await connectItem(base, operation.api);
				unfit = await replaceNames(
					{ call: async (request) => await call(connection, request) },
					operation,
					prepared.request,
					parameterOf,
					node.parameters,
					async (key, task) => await run.oncePerRun(`${connection.addressee}|${key}`, task),
				);
				return connection;
			};
			const connection = await run.prepared(index, connected());
			const item = new Item(
				this,
				operation,
				connection,
				parameterOf,
				async (step, task, subject) => await run.once(index, step, task, subject),
				async (key, task) => await run.oncePerRun(key, task),
			);
			const outcomes = await runOperation(item, run, index, prepared);
			return toItems(item, run, index, [...unfit.map((json) => ({ json })), ...outcomes]);
		} catch (thrown) {
			const failure = withoutSecrets(asFailure(thrown), secrets);
			run.stop(index, failure);
			const item = run.hasSeveral ? index : undefined;
			const told = { failed: action, item };
			if (goesOn(this)) {
				// As n8n makes an item of what is thrown, it has neither its pair nor what to do about it.
				noteDefect(this, failure);
				// The other items speak for themselves, but nobody sees the item of an earlier try.
				const notes = failure.mayHaveHappened ? [] : openNote(run.openOf(index));
				const error = toNodeError(node, failure, { ...told, notes });
				return [failedItem(this, { index, error, secrets })];
			}
			// A write that is under way must be named too, and n8n reports only one item's error.
			await run.quiet();
			const notes = [...alreadyDone(run, index), ...leftOpen(run, index, failure)];
			throw toNodeError(node, failure, { ...told, notes });
		}
	};
}

/** Where it becomes an item, a defect would leave no trace. */
function noteDefect(context: IExecutePaginationFunctions, { cause }: Failure): void {
	if (cause)
		context.logger.error(`${context.getNode().name}: ${cause.message}`, { stack: cause.stack });
}

/** What of n8n's routing goes on as it is. */
function carried(
	options: DeclarativeRestApiSettings.HttpRequestOptions,
): Partial<IHttpRequestOptions> {
	const { skipSslCertificateValidation: skips, proxy, timeout } = options;
	return {
		...(proxy !== undefined && { proxy }),
		...(timeout !== undefined && { timeout: Number(timeout) }),
		// n8n takes whatever an expression gave, also the text "false".
		...(String(skips) === 'true' && { skipSslCertificateValidation: true }),
	};
}

async function runOperation(
	item: Item,
	run: Run,
	index: number,
	{ request, local }: Prepared,
): Promise<Outcome[]> {
	const { operation, context } = item;
	if (effectOf(operation) === 'read') {
		await operation.before?.(item, request);
		return (await read(item, request, local)).map(({ told, ...outcome }) => ({
			...outcome,
			json: { ...item.simplified(outcome.json), ...told },
		}));
	}
	const { outcomes, mark } = await run.write(
		index,
		async () => {
			const already = (await operation.before?.(item, request)) ?? undefined;
			const noted = await waitedFor(item)?.mark?.(item);
			const sent = already?.isAll ? Promise.resolve([]) : sendWrite(item, request);
			const made = await sent.catch((error: unknown) => {
				const failure = asFailure(error);
				if (failure.mayHaveHappened)
					run.leaveOpen(index, item.secrets.hide(`${operation.action}${item.about}`));
				throw failure;
			});
			if (operation.kind === 'delete') forget(item.addressee, item.named);
			const subjects = made
				.filter(({ failed }) => !failed)
				.map(({ json }) => item.secrets.hide(subjectOf(operation, json, request)));
			for (const subject of subjects) item.note(`${operation.action}: ${subject}`);
			return { outcomes: [...made, ...(already?.outcomes ?? [])], subjects, mark: noted };
		},
		{
			clock: item.clock,
			signal: context.getExecutionCancelSignal(),
			continues: goesOn(context),
			looksFirst: operation.find !== undefined && takesExisting(item),
		},
	);
	return await settled(item, request, outcomes, mark);
}

async function read(item: Item, request: ApiRequest, local: Prepared['local']): Promise<Outcome[]> {
	const { pages, keep, outcome = singleItem, runSteps: steps } = item.operation;
	if (!pages)
		return steps
			? await steps(item, request)
			: outcome(await readPresent(item, request), request, item);
	const limit = item.isOn('returnAll') ? Infinity : Number(item.nodeParameter('limit', 50));
	const kept = keep?.(local);
	if (steps) {
		const rows = await steps(item, request);
		return (kept ? rows.filter(({ json }) => kept(json)) : rows).slice(0, limit);
	}
	const page = async (next: ApiRequest) => await readyPage(item, pages, next);
	const listed = await readList(page, request, pages, kept ? Infinity : limit);
	const rows = (kept ? listed.some().filter(kept) : listed.some()).slice(0, limit);
	// One that could not be read must not look like an empty one.
	if (rows.length === 0) listed.all();
	if (!listed.isSteady) item.note(`${item.action}: ${NOT_ALL}`);
	return rows.map((json) => ({ json }));
}

/** What is missing may be too new to be listed, so that it is looked for a while. */
async function readPresent(item: Item, request: ApiRequest): Promise<IDataObject> {
	const { isMissing } = item.operation;
	return await lookAgain(
		item,
		async () => await item.call(request),
		(body) => !isMissing?.(body, request),
		`while looking for it again${item.about}`,
	);
}

async function sendWrite(item: Item, request: ApiRequest): Promise<Outcome[]> {
	const { operation } = item;
	const { runSteps: steps, find, spare } = operation;
	const spared = spare?.(request);
	if (spared) return singleItem(spared);
	const named = await namedBefore(item, operation, request);
	if (named) return named;
	await throwIfMadeBefore(item, operation, request);
	if (steps) return await steps(item, request);
	return find ? await createOnce(item, operation, find, request) : await write(item, request);
}

/** An account may be allowed to see only a part, so that it is no failure. */
const NOT_ALL =
	'the list changed or contradicted itself every time it was read; the items may not be all that there is';

/** A page of a list, asked for again while the service is putting it together. */
async function readyPage(item: Item, pages: Pages, request: ApiRequest): Promise<IDataObject> {
	for (let attempt = 0; ; attempt++) {
		const body = await item.call(request);
		if (!pages.unready?.(body)) return body;
		if (attempt + 1 >= item.clock.times.retry.attempts) throw unready();
		await item.pause(backOff(item.clock, attempt));
	}
}

const unready = () =>
	new Failure('busy', 'the service is still preparing the list', {
		advice: 'Run this again in a minute.',
	});

async function write(item: Item, request: ApiRequest): Promise<Outcome[]> {
	const { outcome = singleItem } = item.operation;
	try {
		const answer = await callAgain(item, item.operation, request);
		const outcomes = outcome(answer, request, item);
		if (Object.keys(answer).length === 0 && outcomes.some(({ failed }) => failed)) throw silent();
		return outcomes;
	} catch (error) {
		throw uncertain(asFailure(error), item.about);
	}
}

/** A success that does not say of any part that it worked: nothing is known of the parts. */
const silent = () => new Failure('broken', 'the response was empty and does not say what was done');

/** Looks and waits, outside of the writes' order, so that many items do so at the same time. */
async function settled(
	item: Item,
	request: ApiRequest,
	outcomes: Outcome[],
	mark: unknown,
): Promise<Outcome[]> {
	const { find } = item.operation;
	const completion = waitedFor(item);
	const start = item.clock.monotonic();
	if (find?.named !== undefined && takesExisting(item)) {
		await throwIfDuplicated(item, item.operation, find, request, outcomes);
	}
	if (!completion) return outcomes;
	const patience = patienceOf(item, item.clock.monotonic() - start);
	// All to their end: what came after a failure would go on behind an execution that is over.
	const waited = await Promise.allSettled(
		outcomes.map(async (outcome) =>
			outcome.failed
				? outcome
				: { json: await waitFor(item, completion, outcome.json, patience, mark) },
		),
	);
	const failures = waited.flatMap((part) =>
		part.status === 'rejected' ? [asFailure(part.reason)] : [],
	);
	if (failures.length > 0) throw together(failures);
	return waited.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
}

/** What did not end well, each with its ID. */
const together = (failures: Failure[]): Failure =>
	failures[0].with({ message: failures.map(({ message }) => message).join('; ') });

/** The completion that is waited for: where the user wants that, or the work is not done without. */
function waitedFor(item: Item): Completion | undefined {
	const { completion } = item.operation;
	return completion?.always || item.isOn('waitForCompletion') ? completion : undefined;
}

/** @param spent Milliseconds of the wait that have passed */
function patienceOf(item: Item, spent: number): WaitLimits {
	const { maximumWait, pollInterval, whenTimeRunsOut } = item.nodeParameter<{
		maximumWait?: unknown;
		pollInterval?: unknown;
		whenTimeRunsOut?: 'fail' | 'passOn';
	}>('waitOptions', {});
	return {
		maximum: Math.max((isBlank(maximumWait) ? 60 : Number(maximumWait)) * 60_000 - spent, 0),
		interval: Number(pollInterval) > 0 ? Number(pollInterval) * 1000 : undefined,
		whenTimeRunsOut,
		afterwards: stillThere(item.operation),
	};
}

/**
 * The items of what came out. A part of a batch that did not work makes the node fail, or an item
 * with the reason when the node is set to continue.
 */
function toItems(
	{ context, operation, secrets }: Item,
	run: Run,
	index: number,
	outcomes: Outcome[],
): INodeExecutionData[] {
	const failed = outcomes.filter((outcome) => outcome.failed);
	const advice =
		operation.kind === 'create'
			? 'Check the reason, then create only what is missing: the rest exists.'
			: 'Check the reason, then run this part again.';
	if (failed.length > 0 && !goesOn(context)) {
		const reasons = failed.map((outcome) => outcome.failed).join('; ');
		const worked = outcomes
			.filter((outcome) => !outcome.failed)
			.map(({ json }) => JSON.stringify(json));
		const rest = worked.length > 0 ? ` The rest of the batch succeeded: ${worked.join(', ')}.` : '';
		throw new Failure('refused', reasons, { advice: advice + rest });
	}
	const errorOf = (reason: string) =>
		toNodeError(context.getNode(), new Failure('refused', reason, { advice }), {
			failed: operation.action,
			item: run.hasSeveral ? index : undefined,
		});
	return secrets
		.hide(outcomes)
		.map(({ json, failed: reason }) =>
			reason
				? failedItem(context, { index, error: errorOf(reason), secrets, part: json })
				: { json, pairedItem: { item: index } },
		);
}

/** n8n drops the output of all items when one fails; what they wrote must not be lost with it. */
function alreadyDone(run: Run, index: number): string[] {
	const subjects = run.subjects(index);
	return subjects.length > 0 ? [`Already done in this run: ${subjects.join('; ')}.`] : [];
}

/** The same for what may have been done. */
function leftOpen(run: Run, index: number, failure: Failure): string[] {
	return openNote(run.leftOpen(failure.mayHaveHappened ? index : undefined));
}

const openNote = (open: string[]): string[] =>
	open.length > 0 ? [`It is not known whether these took effect: ${open.join('; ')}.`] : [];
