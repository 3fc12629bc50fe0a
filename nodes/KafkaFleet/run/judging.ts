import { BadInput, quoted } from '../../shared/contract/badInput';
import type { Filters } from '../../shared/fleet/filters';
import { fitsAll } from '../../shared/fleet/globs';
import type { Keep, Only, Rules } from '../../shared/fleet/grounds';
import type { TagWanted } from '../../shared/fleet/tags';
import { tagWanted } from '../../shared/fleet/tags';
import { BILLINGS, STATES, type State } from '../../shared/fleet/words';
import type { Parameters } from './parameters';

/** Words in a name that keep an instance unless the user says otherwise. */
export const PROTECTED_WORDS = 'prod, production, prd, live';

/** Hours in which nothing is taken for waste. */
export const MINIMUM_AGE = 24;

/** Tags that the rules look at unless the user says otherwise. */
export const DATE_TAGS = 'expires-on, delete-after, expiry';
export const LIFETIME_TAGS = 'ttl, lifetime';

/** Days of the longest window that all clouds keep data for. */
const LONGEST_WINDOW = 30;

function tagRows(parameters: Parameters, name: string, label: string): TagWanted[] {
	return parameters.rows(name, label).map(({ key, value }) => {
		const wanted = String(key ?? '').trim();
		if (wanted === '') throw new BadInput(label, 'has a row without a key', 'Enter the key.');
		const text = String(value ?? '').trim();
		return text === '' ? { key: wanted } : { key: wanted, value: text };
	});
}

/**
 * Which instances are wanted.
 *
 * @param zone Time zone of the workflow
 * @throws {BadInput}
 */
export function filtersOf(parameters: Parameters, zone: string): Filters {
	const path = (name: string) => `filters.${name}`;
	const states = parameters.list(path('states'), 'States');
	const wrong = states.find((state) => !(STATES as readonly string[]).includes(state));
	if (wrong !== undefined) {
		throw new BadInput('States', `contains '${wrong}'`, `Use ${STATES.join(', ')}.`);
	}
	return {
		states: states as State[],
		...(parameters.has(path('billing')) && {
			billing: parameters.word(path('billing'), 'Billing', BILLINGS, 'payAsYouGo'),
		}),
		name: parameters.text(path('name'), 'Name Contains'),
		namePattern: parameters.text(path('namePattern'), 'Name Pattern'),
		tags: tagRows(parameters, path('tags'), 'Tags'),
		withoutTag: parameters.text(path('withoutTag'), 'Without Tag'),
		createdAfter: parameters.moment(path('createdAfter'), 'Created After', zone),
		createdBefore: parameters.moment(path('createdBefore'), 'Created Before', zone),
		...(parameters.has(path('expiresWithinDays')) && {
			expiresWithinDays: parameters.number(path('expiresWithinDays'), 'Expires Within (Days)', 30),
		}),
		edition: parameters.text(path('edition'), 'Edition'),
		vpcId: parameters.text(path('vpcId'), 'VPC ID'),
		owner: parameters.text(path('owner'), 'Owner'),
	};
}

/**
 * The rules of "Find Candidates".
 *
 * @throws {BadInput} Also where none is set
 */
export function rulesOf(parameters: Parameters): Rules {
	const path = (name: string) => `rules.${name}`;
	const days = (name: string, label: string, most = Infinity) =>
		parameters.has(path(name)) ? parameters.number(path(name), label, 14, [0, most]) : undefined;
	const keys = (name: string, label: string) => {
		if (!parameters.has(path(name))) return undefined;
		const list = parameters.list(path(name), label);
		if (list.length === 0) throw new BadInput(label, 'is empty', 'Enter tag keys, or remove it.');
		return list;
	};
	const pattern = parameters.text(path('namePattern'), 'Name Pattern');
	const idleDays = parameters.has(path('idleFor'))
		? parameters.number(path('idleFor'), 'Idle For (Days)', 14, [1, LONGEST_WINDOW])
		: undefined;
	const tags = tagRows(parameters, path('tagEquals'), 'Tag Equals');
	const isSet = (name: string, label: string) => parameters.isOn(path(name), label, false);
	const rules: Rules = {
		...(idleDays !== undefined && {
			idleFor: {
				days: idleDays,
				atLeast: parameters.word(path('idleAtLeast'), 'Idle Confidence', ['high', 'low'], 'high'),
			},
		}),
		dateTags: keys('dateTags', 'Date in Tag'),
		lifetimeTags: keys('lifetimeTags', 'Lifetime in Tag'),
		...(tags.length > 0 && { tagEquals: tags }),
		lacksTags: keys('lacksTags', 'Has No Tag'),
		olderThanDays: days('olderThanDays', 'Older Than (Days)'),
		failedForHours: parameters.has(path('failedForHours'))
			? parameters.number(path('failedForHours'), 'Failed For (Hours)', 24)
			: undefined,
		...(isSet('stoppedOrExpired', 'Stopped or Expired') && {
			stoppedOrExpired: { unclear: isSet('alsoUnclear', 'Also When Unclear') },
		}),
		neverDeployedDays: days('neverDeployedDays', 'Never Deployed For (Days)'),
		...(isSet('releasedButListed', 'Released but Still Listed') && { releasedButListed: true }),
		...(pattern !== '' && { namePattern: pattern }),
	};
	if (Object.values(rules).every((rule) => rule === undefined)) {
		throw new BadInput('Rules', 'is empty', 'Add at least one rule.');
	}
	return rules;
}

/** Characters of a list as JSON, which as one word would protect nothing. */
const NOT_IN_NAMES = /["'[\]{};]/;

/**
 * What keeps instances, whatever rule fires.
 *
 * @throws {BadInput}
 */
export function keepOf(parameters: Parameters): Keep {
	const words = parameters.has('keep.protectedWords')
		? parameters.list('keep.protectedWords', 'Protected Words')
		: PROTECTED_WORDS.split(', ');
	const wrong = words.find((word) => NOT_IN_NAMES.test(word));
	if (wrong !== undefined) {
		throw new BadInput(
			'Protected Words',
			`contains what no name does: ${quoted(wrong)}`,
			'Enter words separated by commas, or an expression that returns a list of them.',
		);
	}
	return {
		tags: tagRows(parameters, 'keep.keepTags', 'Keep Tags'),
		words,
		ids: parameters.ids('keep.keepIds', 'Keep IDs'),
		minimumAgeHours: parameters.number('keep.minimumAgeHours', 'Minimum Age (Hours)', MINIMUM_AGE),
	};
}

/**
 * What "Delete Only If" narrows a deletion down to.
 *
 * @param isNeeded Whether it has to say something: for a run that deletes
 * @throws {BadInput}
 */
export function onlyOf(parameters: Parameters, isNeeded: boolean): Only | undefined {
	const kind = parameters.text('scope', 'Delete Only If');
	if (kind === '' && !isNeeded) return undefined;
	if (kind === 'mustHaveTag') {
		const tag = tagWanted(parameters.text('scopeTag', 'Tag'));
		// `env=` is what an expression without a value leaves of env=dev, and any value would fit it.
		if (tag.key === '' || tag.key === '*' || tag.value === '') throw tooWide('Tag', 'env=dev');
		return { tag };
	}
	if (kind === 'nameMatches') {
		const name = parameters.text('scopeName', 'Name Pattern');
		if (fitsAll(name)) throw tooWide('Name Pattern', 'dev-*');
		return { name };
	}
	throw new BadInput(
		'Delete Only If',
		'is empty',
		"Choose what every instance must have that this node deletes, or turn on 'Dry Run'.",
	);
}

const tooWide = (label: string, example: string) =>
	new BadInput(
		label,
		'would let every instance be deleted',
		`Enter what narrows it down, such as ${example}.`,
	);
