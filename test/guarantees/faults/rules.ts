import { isResourceLocatorValue } from 'n8n-workflow';

import type { Scenario } from '../../support/scenarios';
import { DEVIATIONS, NAMELESS, UNTOLD } from './deviations';
import type { Fault } from './faults';
import { withoutIds, type Cell } from './run';

/** How a cell has to end. */
export interface Expected {
	/** Whether what comes out is not what comes out without the fault. */
	otherItems?: boolean;
	/** Items without an error, or an error of one of these kinds. */
	ends: 'items' | string[];
	/** Requests of the operation's own API operation; a time-out may hit further ones on a slow day. */
	sent: number;
	/** How many of them the cloud carried out. */
	applied: number;
}

/** Requests until a node gives up. */
const ATTEMPTS = 5;
const OPEN = ['lost', 'broken'];

/** Tencent Cloud says with status 200 that it does not let one in, which n8n takes for an answer. */
const asksAgain = ({ scenario: { vendor }, fault }: Cell) =>
	vendor === 'huawei' || (vendor === 'alibaba' && !fault.name.includes('clock'));

const asksForAnHour = ({ scenario: { vendor }, fault: { name } }: Cell) =>
	name.endsWith('after an hour') && vendor !== 'tencent';

/** Nothing has happened: what passes is sent again, what does not is an error. */
function withoutEffect(cell: Cell): Expected {
	const { fault, usual } = cell;
	const again: Expected = { ends: 'items', sent: usual.sent + 1, applied: usual.sent };
	if (!fault.effect) return { ends: ['unreachable'], sent: 0, applied: 0 };
	if (fault.nature === 'refused') {
		if (fault.times === 1 && asksAgain(cell)) return again;
		return { ends: ['refused'], sent: asksAgain(cell) ? 2 : 1, applied: 0 };
	}
	if (asksForAnHour(cell)) return { ends: ['throttled'], sent: 1, applied: 0 };
	return fault.times === 1 ? again : { ends: ['throttled'], sent: ATTEMPTS, applied: 0 };
}

/** A read is sent again, as it does no harm; in the end it is an error and never an empty list. */
function openRead({ fault, usual }: Cell): Expected {
	return fault.times === 1
		? { ends: 'items', sent: usual.sent + 1, applied: usual.sent + Number(fault.carriedOut) }
		: { ends: OPEN, sent: ATTEMPTS, applied: 0 };
}

/** A success of Huawei Cloud may have no body, so that one that got lost is not missed. */
const isSilent = ({ name }: Fault) => name === 'empty body' || name === 'malformed JSON';

/** A write is never sent again; what a create made is looked up, and told where that is certain. */
function openWrite(cell: Cell): Expected {
	const { fault, scenario, told } = cell;
	const applied = Number(fault.carriedOut);
	const isFound =
		scenario.operation.find ?? /^Create(Post|Pre)Pay(Instance|Order)$/.test(scenario.api);
	const isTold = !UNTOLD.includes(`${scenario.vendor}/${scenario.name}`);
	if (fault.carriedOut && isFound && isTold && !fault.alone)
		return { ends: 'items', sent: 1, applied };
	const isDone = scenario.vendor === 'huawei' && isSilent(fault) && told === '';
	return { ends: isDone ? 'items' : OPEN, sent: 1, applied };
}

function expectedOf(cell: Cell): Expected {
	const { fault, scenario } = cell;
	const deviation = DEVIATIONS.find((one) => one.fits(scenario, fault));
	if (deviation) return deviation.expected;
	if (fault.nature !== 'open') return withoutEffect(cell);
	return scenario.kind === 'read' ? openRead(cell) : openWrite(cell);
}

/** What the user has to find in a text to know what a request was about. */
function namesOf({ parameters, kind }: Scenario): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		if (isResourceLocatorValue(value)) return [String(value.value)];
		const names = kind === 'create' && /^(name|.*[a-z]Name)$/.test(name);
		return names && typeof value === 'string' ? [value] : [];
	});
}

/** Whether every new instance can be found by what came out: its ID, its name or its order. */
function isNamed({ scenario, fault, made, items, told }: Cell): boolean {
	const text = JSON.stringify(items) + told;
	if (told !== '' && NAMELESS.fits(scenario, fault)) return NAMELESS.says.test(told);
	return made.every((names) => names.some((name) => name !== '' && text.includes(name)));
}

/** Begins every password that the scenarios have. */
const SECRET = /Secret-pass/;
const GIBBERISH = /undefined|\[object|<html|NaN|null/;

/** What is wrong with a cell; nothing, if all is as it has to be. */
export function violationsOf(cell: Cell): string[] {
	const { scenario, fault, usual, items, kind, message, told, sent, applied, picture } = cell;
	const { ends, ...expected } = expectedOf(cell);
	const isRead = scenario.kind === 'read';
	const isWhole = scenario.writes.length === 1 || told === '';
	const wrong: Record<string, boolean> = {
		[`ends with ${kind || 'items'} instead of ${String(ends)}: ${told}`]:
			ends === 'items' ? told !== '' : !ends.includes(kind),
		[`sends ${sent} requests instead of ${expected.sent}`]:
			isRead && fault.parameters ? sent < expected.sent : sent !== expected.sent,
		[`is carried out ${applied} times instead of ${expected.applied}`]:
			!isRead && applied !== expected.applied,
		'leaves something that no request made': (isRead || applied === 0) && picture !== usual.before,
		'is not what a run without faults leaves':
			!isRead && applied > 0 && isWhole && picture !== usual.after,
		'has other items than usual':
			told === '' &&
			(isRead || fault.nature !== 'open') &&
			withoutIds(items) !== usual.items &&
			!expected.otherItems,
		'gives no item': told === '' && items.length === 0,
		[`does not name what was made: ${told}`]: !isNamed(cell),
		[`does not say what it was about: ${told}`]:
			told !== '' && applied > 0 && !isRead && !namesOf(scenario).every((n) => told.includes(n)),
		'tells a password': SECRET.test(JSON.stringify(items) + told),
		[`tells gibberish: ${told}`]: GIBBERISH.test(told),
		[`says nothing of what to do: ${told}`]: told !== '' && !told.includes(' | '),
		[`does not say what was attempted: ${message}`]:
			told !== '' && kind !== 'unfinished' && !message.startsWith(scenario.operation.action),
	};
	return Object.keys(wrong).filter((what) => wrong[what]);
}
