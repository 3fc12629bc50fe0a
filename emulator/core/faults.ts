import type { FaultEffect } from './faultEffects';
import { nearest } from './nearest';
import type { VendorName } from './vendors';

/** When something goes wrong, and what. All conditions given must hold. */
export interface FaultRule {
	vendor?: VendorName;
	operation?: string;
	method?: string;
	/** Part of the request target (path and query). */
	path?: string;
	/** Region that the request is for, where it says so. */
	region?: string;
	/** The first matching call that is hit, counted from 1; default 1. */
	nth?: number;
	/** How many matching calls in a row are hit; default 1. */
	times?: number | 'always';
	/** That it hits no call is no mistake, so that `unfired` leaves it out. */
	optional?: boolean;
	effect: FaultEffect | FaultEffect[];
}

/** The operations there are, by endpoint. */
export type KnownOperations = Readonly<Record<VendorName, { operations: readonly string[] }>>;

/** What a rule looks at in a request. */
interface RequestLine {
	method: string;
	/** Path and query. */
	target: string;
	region?: string;
}

/** A rule at work. */
export interface ActiveFault {
	readonly rule: FaultRule;
	/** Matching calls so far, hit or not. */
	readonly seen: number;
	/** Calls hit so far. */
	readonly hits: number;
	remove(): void;
}

/** The faults to inject. The first rule that hits a request decides; every matching rule counts it. */
export class Faults {
	private active: FaultState[] = [];
	/** Every rule since the last `clear`, those taken away included. */
	private added: FaultState[] = [];

	constructor(private readonly known: KnownOperations) {}

	/**
	 * Adds a rule; rules added first go first.
	 * @throws Error when it is for an operation that does not exist, with the names nearest to it
	 */
	add(rule: FaultRule): ActiveFault {
		this.checkOperation(rule);
		const state = new FaultState(rule, () => {
			this.active = this.active.filter((other) => other !== state);
		});
		this.active.push(state);
		this.added.push(state);
		return state;
	}

	/** The rules at work. */
	list(): ActiveFault[] {
		return [...this.active];
	}

	/**
	 * The rules that hit no call and are not optional, those taken away by `remove` included: faults a
	 * test counts on and never met.
	 */
	unfired(): FaultRule[] {
		return this.added
			.filter(({ hits, rule }) => hits === 0 && !rule.optional)
			.map(({ rule }) => rule);
	}

	/** Takes all rules away and begins anew. */
	clear(): void {
		this.active = [];
		this.added = [];
	}

	/** The effects for this request, counting it in every rule it matches. */
	take(vendor: VendorName, operation: string | null, request: RequestLine): FaultEffect[] {
		const matching = this.active.filter((s) => matches(s.rule, vendor, operation, request));
		const hitting = matching.filter((state) => state.count());
		if (!hitting.length) return [];
		hitting[0].hits += 1;
		return [hitting[0].rule.effect].flat();
	}

	private checkOperation({ vendor, operation }: FaultRule): void {
		if (vendor !== undefined && !Object.hasOwn(this.known, vendor)) {
			throw new Error(`There is no vendor ${vendor}, only ${Object.keys(this.known).join(', ')}.`);
		}
		if (operation === undefined) return;
		const known = vendor ? [this.known[vendor]] : Object.values(this.known);
		const names = known.flatMap(({ operations }) => operations);
		if (names.includes(operation)) return;
		const whose = vendor ? `${vendor} has no` : 'No vendor has an';
		const like = nearest(operation, names).join(', ');
		throw new Error(`${whose} operation ${operation}. The nearest are ${like}.`);
	}
}

class FaultState implements ActiveFault {
	seen = 0;
	hits = 0;

	constructor(
		readonly rule: FaultRule,
		readonly remove: () => void,
	) {}

	/** Counts a matching call; true when it is one to hit. */
	count(): boolean {
		this.seen += 1;
		const { nth = 1, times = 1 } = this.rule;
		return this.seen >= nth && (times === 'always' || this.seen < nth + times);
	}
}

function matches(
	rule: FaultRule,
	vendor: VendorName,
	operation: string | null,
	request: RequestLine,
): boolean {
	return (
		(rule.vendor === undefined || rule.vendor === vendor) &&
		(rule.operation === undefined || rule.operation === operation) &&
		(rule.method === undefined || rule.method.toUpperCase() === request.method) &&
		(rule.path === undefined || request.target.includes(rule.path)) &&
		(rule.region === undefined || rule.region === request.region)
	);
}
