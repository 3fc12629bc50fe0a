import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../harness';
import type { Held, Kind } from '../../support/creates/kinds';
import type { Plan } from './plans';

/** What has to be true after a create, whatever went wrong, in words of what a user would have lost. */

/** What an execution left behind. */
export interface Aftermath {
	/** What existed before, and what is new. */
	before: Held[];
	held: Held[];
	/** All that a user can read. */
	text: string;
	run: Outcome;
}

/** Resources that are not called in words what the node calls them. */
const NOUNS: Record<string, string> = {
	legacyApi: 'instance',
	consumerGroup: 'consumer group',
	saslUser: 'SASL user',
	acl: 'ACL entry',
	aclRule: 'ACL rule',
};

const nounOf = ({ operation }: Kind): string => {
	const [resource] = operation.split('/');
	return NOUNS[resource] ?? resource;
};

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const inWords = (count: number) => WORDS[count] ?? String(count);
const many = (count: number, noun: string) =>
	`${inWords(count)} ${count === 1 ? noun : `${noun}s`.replace(/ys$/, 'ies')}`;

const keysOf = (list: Held[]) => list.map(({ key }) => key).join(', ');

/** Whether a text says that it is not known what became of a request, so that somebody looks. */
const OPEN =
	/not found by name afterwards|looking (it up|for it) was not possible either|no new instance that is waiting|have appeared|before it was known whether|already existed, and the response was lost|it is not known whether this request created it|It is not known whether (the request|these) took effect|Some of the ACLs may have been created/;

/** How many resources one name of a request makes. */
const perName = ({ operation }: Kind) => (operation === 'acl/createMany' ? 2 : 1);

/** Each requested resource exists at most once an item. */
function duplicates({ kind, names, existing, each, ifAbsent }: Plan, { before, held }: Aftermath) {
	const problems: string[] = [];
	const noun = nounOf(kind);
	const per = perName(kind);
	for (const name of new Set(names)) {
		const asked = names.filter((one) => one === name).length;
		const there = existing.includes(name);
		const most = (ifAbsent || kind.unique ? (there ? 0 : 1) : asked) * each * per;
		const fresh = held.filter((one) => one.name === name);
		if (fresh.length <= most) continue;
		const all = [...before.filter((one) => one.name === name), ...fresh];
		problems.push(
			`${many(all.length, noun)} named ${name} exist: ${keysOf(all)}; may be new: ${most}`,
		);
	}
	const most = names.length * each * per;
	if (held.length > most) {
		problems.push(`${many(held.length, noun)} were created: ${keysOf(held)}; requested: ${most}`);
	}
	return problems;
}

/** Everything that exists is named. */
function unnamed({ kind }: Plan, { held, text }: Aftermath) {
	return held.flatMap(({ key, name, alsoKnownAs = [] }) => {
		if ([key, ...alsoKnownAs].some((id) => text.includes(id))) return [];
		if (name !== undefined && text.includes(name)) {
			// By its name alone only where no response contained the ID.
			if (kind.unique || OPEN.test(text)) return [];
			return [`the ${nounOf(kind)} ${name} exists, and nobody learns its ID, ${key}`];
		}
		if (name === undefined && OPEN.test(text)) return [];
		if (kind.operation === 'acl/createMany' && text.includes('seeded')) return [];
		const called = name === undefined || name === key ? key : `${name} (${key})`;
		return [`the ${nounOf(kind)} ${called} exists, and nothing names it`];
	});
}

/** It names what has the name already. */
const isRefusal = ({ details }: IDataObject) =>
	/Nothing was (ordered|created)\b/.test(String(details));

/** What is said to be new is new, and one item alone says so. */
function overclaimed({ kind, names, existing, ifAbsent }: Plan, { held, run }: Aftermath) {
	const problems: string[] = [];
	const items = (run.runData.K ?? []).flatMap(({ data }) => data?.main?.flat() ?? []);
	for (const { key, name, alsoKnownAs = [] } of kind.unique ? [] : held) {
		// Several items wait for the same instance then, and name it when they are stopped.
		const isShared = ifAbsent && names.filter((one) => one === name).length > 1;
		const saying = items.filter(
			(item) =>
				item?.json.created !== false &&
				!(item?.json.error && (isShared || isRefusal(item.json))) &&
				[key, ...alsoKnownAs].some((id) => JSON.stringify(item?.json).includes(id)),
		);
		if (saying.length > 1) {
			problems.push(`${many(saying.length, 'item')} say that they created ${key}`);
		}
	}
	const created = run.error
		? []
		: [...run.items('K'), ...run.items('K', 1)].filter(({ created: is }) => is === true);
	// A success of the service is one, also where it had nothing to add.
	const plain = existing.length === 0 && new Set(names).size === names.length;
	if (created.length * perName(kind) > held.length && (plain || !kind.merges)) {
		problems.push(
			`${many(created.length, 'item')} say that they created a ${nounOf(kind)}, but new are: ${keysOf(held) || 'none'}`,
		);
	}
	return problems;
}

/** What is wrong after an execution; empty when all is well. */
export function problemsOf(plan: Plan, aftermath: Aftermath): string[] {
	const isCanceled = aftermath.run.result.status === 'canceled';
	return [
		...duplicates(plan, aftermath),
		...unnamed(plan, aftermath),
		...overclaimed(plan, aftermath),
		...(isCanceled && !plan.stop ? ['the execution was stopped although nobody stopped it'] : []),
	];
}
