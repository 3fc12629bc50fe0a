/** What goes wrong. */
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
	| DelayEffect
	/** The connection is cut, before the operation ran or after it (answer lost). */
	| { kind: 'cut'; when: 'before' | 'after' }
	/** The true answer, of which only the first half (or `bytes`) arrives. */
	| { kind: 'truncate'; bytes?: number }
	/** The operation runs; its answer comes a byte at a time and never ends, as by a stuck proxy. */
	| { kind: 'trickle' }
	/** The true status with a body that is not JSON. */
	| { kind: 'malformed' }
	/** The true status without a body. */
	| { kind: 'empty' }
	/** The server's clock is off by `ms` (ahead when positive). */
	| { kind: 'skew'; ms: number };

export interface DelayEffect {
	kind: 'delay';
	/** Real milliseconds while the emulator's clock runs, its own while it stands still. */
	ms: number;
	after?: boolean;
	/** Real milliseconds although the clock stands still, as a client's own time-out counts them. */
	clock?: 'real';
}

export const EFFECT_KINDS: ReadonlyArray<FaultEffect['kind']> = [
	'answer',
	'delay',
	'cut',
	'truncate',
	'trickle',
	'malformed',
	'empty',
	'skew',
];

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
