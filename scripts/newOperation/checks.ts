import type { Operation } from '../../nodes/shared/contract/operation';
import { differences, local } from '../../test/support/facts/differences';
import { FACTS } from '../../test/support/facts/vendors';
import { apisOf } from './facts';
import { wireNamesIn } from './parameters';
import type { Project } from './project';
import { listsIn } from './vendors/content';
import type { Draft, VendorProfile } from './vendors/vendor';

/** Notes of the facts on work that goes on after the answer. */
const GOES_ON = /\basync|asynchronous|in the background|polls?\b|\bwait/i;
/** Members of an answer that say how single parts of a batch fared. */
const FARED = /success|result|code|fail|error/i;
/** Notes on money. */
const COSTS = /\bcosts?\b|\bbilled|\bbilling|\bcharged?\b|\bpaid\b/i;

/** What a write may need besides, which the facts have in words only. */
function aboutWrites({ instance }: VendorProfile, draft: Draft, operation: Operation): string[] {
	const { kind, facts, answer, resource, parameters } = draft;
	const isAllOptional =
		parameters.some(({ required }) => !required) &&
		!parameters.some(({ required, wireName }) => required && wireName !== instance);
	if (kind === 'read') return [];
	const notes = facts.notes.join(' ');
	const checks: string[] = [];
	if (kind === 'create') {
		checks.push(
			`A create needs 'find' for Create If Absent and for a lost answer, if ${resource} has a name.`,
		);
		if (COSTS.test(notes)) checks.push("If it is billed from then on, it needs 'billed: true'.");
	}
	if (kind !== 'delete' && isAllOptional) {
		checks.push(
			"The facts require nothing but the instance. If a request without options is invalid, reject it in 'check', and give the scenario an option in test/support/scenarios/overrides.ts.",
		);
	}
	if (!operation.completion && GOES_ON.test(notes)) {
		checks.push("The notes speak of work that goes on: it may need a 'completion'.");
	}
	const parts = listsIn(answer.schema).filter((name) => {
		const { items } = answer.schema.properties?.[name] ?? {};
		return Object.keys(items?.properties ?? {}).some((member) => FARED.test(member));
	});
	if (parts.length > 0) {
		checks.push(
			`The answer says in ${parts.join(', ')} how each part fared: 'outcome' has to tell failures.`,
		);
	}
	return checks;
}

/** Whether the vendor's file of what only the SDK has still lists the operation. */
function isSdkOnly(project: Project, api: string): boolean {
	const path = 'test/contract/parity/sdkOnly.ts';
	return project.has(path) && new RegExp(`'${api}'`).test(project.read(path));
}

/** How the operation differs from its facts, as the test of the facts will find it. */
function aboutFacts({ vendor }: VendorProfile, { facts }: Draft, operation: Operation): string[] {
	const { style, deliberate } = FACTS[vendor];
	try {
		return [...differences(operation, facts, style), ...local(operation)].filter(
			(line) => !Object.hasOwn(deliberate.differences, `* ${line}`),
		);
	} catch (error) {
		return [(error as Error).message];
	}
}

const unique = (texts: string[]) => [...new Set(texts)].join(', ');

/** What was made of an operation. */
interface Result {
	operation: Operation;
	/** Labels of the fields whose texts are those of the facts. */
	taken: string[];
	/** Labels of those that another operation has, with its name. */
	reused: string[];
	isNewResource: boolean;
	handler: { path: string; isNew: boolean };
}

/** Labels and descriptions, which are the facts' own words or those of other operations. */
function aboutTexts(
	{ facts, parameters }: Draft,
	{ taken, reused }: Pick<Result, 'taken' | 'reused'>,
): string[] {
	const checks = [
		`The name, the action, and the description of the operation are made of its names and the title of the facts ("${facts.title}"): edit them.`,
	];
	if (taken.length > 0) {
		checks.push(`Edit labels and descriptions, which come from the facts: ${unique(taken)}.`);
	}
	const raw = wireNamesIn(parameters);
	if (raw.length > 0) {
		checks.push(`Descriptions have wire names in the place of labels: ${unique(raw)}.`);
	}
	if (reused.length > 0) {
		checks.push(`Labels and descriptions are those of other operations: ${unique(reused)}.`);
	}
	return checks;
}

/** Whether the test of the facts counts on another number of API operations. */
function aboutCount(project: Project, { vendor }: VendorProfile): string[] {
	const count = apisOf(project, vendor).length;
	const counted = FACTS[vendor].count;
	return count === counted
		? []
		: [
				`Set the count of ${vendor} in test/support/facts/vendors.ts to ${count}; it is ${counted}.`,
			];
}

/** What somebody has to look at that belongs to no single field. */
export function generalChecks(
	project: Project,
	profile: VendorProfile,
	draft: Draft,
	{ operation, taken, reused, isNewResource, handler }: Result,
): string[] {
	const { facts, kind, parameters } = draft;
	const { operation: api } = facts;
	const filters = kind === 'read' && parameters.some(({ required }) => !required);
	return [
		...aboutTexts(draft, { taken, reused }),
		...(filters ? ["Options that filter say 'Return only …'."] : []),
		...(facts.status === 'deprecated' ? ['The API operation is deprecated.'] : []),
		...(facts.relates ? [`${facts.relates.operation}: ${facts.relates.how}`] : []),
		...aboutWrites(profile, draft, operation),
		...(isNewResource
			? [
					`The place of ${draft.resource} in nodes/${profile.folder}/resources/index.ts: it is the last.`,
				]
			: []),
		...(handler.isNew
			? [`${api} in ${handler.path} always answers the same: let it behave like the cloud.`]
			: []),
		...aboutCount(project, profile),
		...(isSdkOnly(project, api) ? [`Take ${api} out of test/contract/parity/sdkOnly.ts.`] : []),
		...aboutFacts(profile, draft, operation).map((what) => `Differs from the facts: ${what}`),
	];
}
