import type { Resource, Operation } from '../../nodes/shared/contract/operation';
import type { Wanted } from './arguments';
import { draftOf } from './draft';
import { expectationOf } from './expectation';
import { findFacts, ownNotes } from './facts';
import { writeField } from './fields';
import type { FieldContext } from './fields/making';
import { Vocabulary } from './fields/vocabulary';
import { generalChecks } from './checks';
import { planHandler } from './handlerFile';
import { constantOf } from './naming';
import { inFormOrder, operationFile, operationPath } from './operationFile';
import { planPages } from './pagesFile';
import type { Project } from './project';
import { checkAbsent, checkMembers, checkReferences, checkResource } from './refusals';
import { planResource } from './resourceFiles';
import { simpleFor } from './simple';
import { testFile, testPath } from './testFile';
import { VENDORS } from './vendors';
import type { Draft } from './vendors/vendor';

/** What is to be written, and what it leaves to people. */
export interface Plan {
	wanted: Wanted;
	draft: Draft;
	/** The operation as its source makes it. */
	operation: Operation;
	operationPath: string;
	testPath: string;
	handlerPath: string;
	files: Project['changes'];
	/** Notes of the facts that not every operation has. */
	notes: string[];
}

/**
 * Makes the sources of an operation from its facts, and plans them in the project; nothing is written.
 *
 * @throws {UsageError}
 */
export function planOperation(project: Project, wanted: Wanted): Plan {
	const profile = VENDORS[wanted.vendor];
	const { resources } = project.load<{ resources: Resource[] }>(
		`nodes/${profile.folder}/resources/index`,
	);
	checkResource(profile, resources, wanted);
	// A dry run may show what an operation that exists would be like.
	if (!wanted.isDryRun) checkAbsent(project, profile, resources, wanted);
	const facts = findFacts(project, wanted);
	checkMembers(facts);
	checkReferences(facts);
	const draft = draftOf(profile, facts, wanted);
	const vocabulary = new Vocabulary(project, wanted.vendor, resources);
	const context: FieldContext = {
		profile,
		draft,
		vocabulary,
		taken: [],
		reused: [],
		write: (parameter, section) => writeField(context, parameter, section),
	};
	const { parameters } = draft;
	const fields = inFormOrder(
		parameters.filter(({ required }) => required).map((one) => context.write(one, 'field')),
	);
	const options = parameters
		.filter(({ required }) => !required)
		.map((one) => context.write(one, 'option'));
	const path = operationPath(profile, wanted);
	const pages = planPages(project, profile, draft);
	const simple = simpleFor(project, profile, draft);
	const parts = { fields, options, pages, simple };
	const source = operationFile(profile, draft, wanted, parts, vocabulary);
	project.plan(path, source);
	const module = project.load<Record<string, Operation>>(path.replace(/\.ts$/, ''));
	const operation = module[constantOf(wanted.operation)];
	const isNewResource = planResource(project, profile, wanted);
	const handler = planHandler(project, profile, draft, wanted, vocabulary);
	const expectation = expectationOf(profile, draft, operation, {
		fields: fields.map(({ parameter }) => parameter),
		options: options.map(({ parameter }) => parameter),
	});
	project.plan(testPath(wanted), testFile(profile, draft, wanted, expectation));
	const made = { operation, taken: context.taken, reused: context.reused, isNewResource, handler };
	draft.checks.push(...generalChecks(project, profile, draft, made));
	return {
		wanted,
		draft,
		operation,
		operationPath: path,
		testPath: testPath(wanted),
		handlerPath: handler.path,
		files: project.changes,
		notes: ownNotes(project, wanted.vendor, facts),
	};
}
