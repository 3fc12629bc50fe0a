import type { VendorName } from './vendors';

/** What goes wrong. Times are real milliseconds. */
export type FaultEffect =
	/** This answer instead of the operation's; with `after` the operation ran first (answer lost). */
	| {
			kind: 'answer';
			status: number;
			/** Text as it is, anything else as JSON; the vendor's own error body when left out. */
			body?: unknown;
			headers?: Record<string, string>;
			after?: boolean;
	  }
	/** The operation starts late; with `after` it runs at once and its answer comes late. */
	| { kind: 'delay'; ms: number; after?: boolean }
	/** The connection is cut, before the operation ran or after it (answer lost). */
	| { kind: 'cut'; when: 'before' | 'after' }
	/** The true answer, of which only the first half (or `bytes`) arrives. */
	| { kind: 'truncate'; bytes?: number }
	/** The true status with a body that is not JSON. */
	| { kind: 'malformed' }
	/** The true status without a body. */
	| { kind: 'empty' }
	/** The server's clock is off by `ms` (ahead when positive). */
	| { kind: 'skew'; ms: number };

/** When something goes wrong, and what. All conditions given must hold. */
export interface FaultRule {
	vendor?: VendorName;
	operation?: string;
	method?: string;
	/** Part of the request target (path and query). */
	path?: string;
	/** The first matching call that is hit, counted from 1; default 1. */
	nth?: number;
	/** How many matching calls in a row are hit; default 1. */
	times?: number | 'always';
	effect: FaultEffect | FaultEffect[];
}

/** What a rule looks at in a request. */
interface RequestLine {
	method: string;
	/** Path and query. */
	target: string;
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

	/** Adds a rule; rules added first go first. */
	add(rule: FaultRule): ActiveFault {
		const state = new FaultState(rule, () => {
			this.active = this.active.filter((other) => other !== state);
		});
		this.active.push(state);
		return state;
	}

	list(): ActiveFault[] {
		return [...this.active];
	}

	clear(): void {
		this.active = [];
	}

	/** The effects for this request, counting it in every rule it matches. */
	take(vendor: VendorName, operation: string | null, request: RequestLine): FaultEffect[] {
		const matching = this.active.filter((s) => matches(s.rule, vendor, operation, request));
		const hitting = matching.filter((state) => state.count());
		if (!hitting.length) return [];
		hitting[0].hits += 1;
		return [hitting[0].rule.effect].flat();
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
		(rule.path === undefined || request.target.includes(rule.path))
	);
}

/** Ready-made effects for the failures the real clouds show. */
export const fault = {
	/** 429 with the vendor's throttling body; `retryAfter` in seconds sets the header. */
	tooManyRequests: (retryAfter?: number): FaultEffect => ({
		kind: 'answer',
		status: 429,
		headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
	}),
	/** Huawei's flow control, which answers 404. */
	flowControl: (): FaultEffect => ({
		kind: 'answer',
		status: 404,
		body: {
			error_code: 'DMS.10240407',
			error_msg:
				'The request is too frequent. Flow control is being performed. Please try again later.',
		},
	}),
	/** A 5xx with the vendor's JSON error body. */
	serverError: (status = 500): FaultEffect => ({ kind: 'answer', status }),
	/** A 5xx as a load balancer answers it, an HTML page. */
	htmlPage: (status = 502): FaultEffect => ({
		kind: 'answer',
		status,
		headers: { 'content-type': 'text/html' },
		body: `<html>\r\n<head><title>${status} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>${status} Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n`,
	}),
	/** 401 as for an expired token or a wrong key. */
	unauthorized: (): FaultEffect => ({ kind: 'answer', status: 401 }),
	/** The operation is carried out, its answer never arrives. */
	answerLost: (): FaultEffect => ({ kind: 'cut', when: 'after' }),
} as const;
