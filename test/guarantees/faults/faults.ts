import type { INodeParameters } from 'n8n-workflow';

import { fault, type FaultEffect } from '../../../emulator';
import type { VendorName } from '../../support/stage';

/** What is known of a request that met a fault. */
export type Nature =
	/** Nothing can have happened, and it passes: sent again. */
	| 'turned away'
	/** Nothing can have happened, and sending it again would not help. */
	| 'refused'
	/** It may have happened. */
	| 'open';

/** One column of the matrix: what goes wrong with the API operation that does an operation's work. */
export interface Fault {
	name: string;
	nature: Nature;
	/** Whether the cloud carries the request out that is hit. */
	carriedOut: boolean;
	/** How many requests of the operation are hit. */
	times: 1 | 'always';
	/** Without it nothing listens at the endpoint. */
	effect?: (vendor: VendorName) => FaultEffect;
	/** Whether all other requests meet a 503 from the first one hit on. */
	alone?: boolean;
	/** Parameters of the node that belong to it. */
	parameters?: INodeParameters;
}

/** How each vendor throttles in words of its own, besides status 429. */
const THROTTLING: Record<VendorName, (wait?: number) => FaultEffect> = {
	huawei: (wait) => ({
		...fault.flowControl(),
		...(wait !== undefined && { headers: { 'retry-after': String(wait) } }),
	}),
	alibaba: (wait) => ({
		kind: 'answer',
		status: 400,
		body: { Code: 'Throttling.Api', Message: 'Request was denied.', RequestId: 'R-1' },
		...(wait !== undefined && { headers: { 'x-acs-retry-after': String(wait * 1000) } }),
	}),
	tencent: () => ({
		kind: 'answer',
		status: 200,
		body: {
			Response: {
				Error: { Code: 'RequestLimitExceeded.UinLimitExceeded', Message: 'Too many.' },
				RequestId: 'R-1',
			},
		},
	}),
};

const always =
	<T extends FaultEffect>(effect: T) =>
	() =>
		effect;
const AN_HOUR = 3600;
/** Milliseconds of the virtual clock: a time-out, and an answer that comes after it. */
const TIME_OUT = 60_000;
const LATE = 90_000;

type Once = [name: string, effect: FaultEffect];
const once = (nature: Nature, carriedOut: boolean, ...faults: Once[]): Fault[] =>
	faults.map(([name, effect]) => ({
		name,
		nature,
		carriedOut,
		times: 1,
		effect: always(effect),
	}));

export const FAULTS: Fault[] = [
	{ name: 'connection refused', nature: 'turned away', carriedOut: false, times: 'always' },
	...once('turned away', false, ['status 429', fault.tooManyRequests()]),
	{
		name: 'status 429, always',
		nature: 'turned away',
		carriedOut: false,
		times: 'always',
		effect: always(fault.tooManyRequests()),
	},
	{
		name: 'throttling error code',
		nature: 'turned away',
		carriedOut: false,
		times: 1,
		effect: (vendor) => THROTTLING[vendor](),
	},
	{
		name: 'throttling error code, retry immediately',
		nature: 'turned away',
		carriedOut: false,
		times: 1,
		effect: (vendor) => THROTTLING[vendor](0),
	},
	{
		name: 'throttling error code, retry after an hour',
		nature: 'turned away',
		carriedOut: false,
		times: 1,
		effect: (vendor) => THROTTLING[vendor](AN_HOUR),
	},
	...once(
		'open',
		false,
		['connection reset before execution', { kind: 'cut', when: 'before' }],
		['status 500', fault.serverError(500)],
		['status 502', fault.serverError(502)],
		['status 503', fault.serverError(503)],
		['HTML page with status 502', fault.htmlPage(502)],
	),
	{
		name: 'connection reset before execution, always',
		nature: 'open',
		carriedOut: false,
		times: 'always',
		effect: always<FaultEffect>({ kind: 'cut', when: 'before' }),
	},
	{
		name: 'status 503, always',
		nature: 'open',
		carriedOut: false,
		times: 'always',
		effect: always(fault.serverError(503)),
	},
	...once(
		'open',
		true,
		['connection reset after execution', fault.answerLost()],
		['status 500 after execution', { kind: 'answer', status: 500, after: true }],
		[
			'HTML page with status 200',
			{ kind: 'answer', status: 200, body: '<html>hello</html>', after: true },
		],
		['malformed JSON', { kind: 'malformed' }],
		['truncated body', { kind: 'truncate' }],
		['empty body', { kind: 'empty' }],
	),
	{
		name: 'timeout after execution',
		nature: 'open',
		carriedOut: true,
		times: 1,
		effect: always<FaultEffect>({ kind: 'delay', ms: LATE, after: true }),
		parameters: { requestOptions: { timeout: TIME_OUT } },
	},
	{
		name: 'connection reset after execution, and no other response',
		nature: 'open',
		carriedOut: true,
		times: 1,
		effect: always(fault.answerLost()),
		alone: true,
	},
	...once('refused', false, ['status 401', fault.unauthorized()]),
	{
		name: 'status 401, always',
		nature: 'refused',
		carriedOut: false,
		times: 'always',
		effect: always(fault.unauthorized()),
	},
	{
		name: 'clock off by 20 minutes',
		nature: 'refused',
		carriedOut: false,
		times: 'always',
		effect: always<FaultEffect>({ kind: 'skew', ms: 20 * 60_000 }),
	},
];
