import { fault, type FaultEffect } from '../../../emulator';
import type { VendorName } from '../../support/stage';

/** What can go wrong with a request, by what it says about the request's effect. */

const page = (status: number, after: boolean): FaultEffect =>
	({ ...fault.htmlPage(status), after }) as FaultEffect;

/** After these nobody can know whether the request was carried out. */
export const UNCLEAR: FaultEffect[] = [
	fault.answerLost(),
	{ kind: 'cut', when: 'before' },
	fault.serverError(500),
	fault.serverError(503),
	{ kind: 'answer', status: 500, after: true },
	page(502, false),
	page(504, true),
	{ kind: 'answer', status: 200, body: '<html>hello</html>', after: true },
	{ kind: 'answer', status: 200, body: [], after: true },
	{ kind: 'truncate' },
	{ kind: 'malformed' },
	{ kind: 'empty' },
];

const answer = (status: number, body: unknown): FaultEffect => ({ kind: 'answer', status, body });
const inAlibaba = (Code: string) => ({ Code, Message: 'x', RequestId: 'r', Success: false });
const inTencent = (Code: string) => ({
	Response: { Error: { Code, Message: 'x' }, RequestId: 'r' },
});

/** These prove that the request was turned away. */
export const CLEAR: Record<VendorName, FaultEffect[]> = {
	huawei: [
		fault.tooManyRequests(),
		fault.flowControl(),
		fault.unauthorized(),
		answer(400, { error_code: 'DMS.00400026', error_msg: 'x' }),
		answer(400, { error_code: 'DMS.111400860', error_msg: 'x' }),
		{ kind: 'skew', ms: 20 * 60_000 },
	],
	alibaba: [
		fault.tooManyRequests(),
		answer(400, inAlibaba('Throttling.User')),
		answer(200, inAlibaba('ONS_SYSTEM_FLOW_CONTROL')),
		answer(400, inAlibaba('InvalidParameter')),
		answer(403, inAlibaba('Forbidden')),
		{ kind: 'skew', ms: 20 * 60_000 },
	],
	tencent: [
		fault.tooManyRequests(),
		fault.unauthorized(),
		answer(200, inTencent('RequestLimitExceeded')),
		answer(200, inTencent('ResourceInUse')),
		answer(200, inTencent('LimitExceeded')),
		{ kind: 'skew', ms: 20 * 60_000 },
	],
};
