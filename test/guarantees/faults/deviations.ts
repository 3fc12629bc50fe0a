import { TIMES } from '../../../nodes/shared/request/clock';
import type { VendorName } from '../../support/stage';
import type { Scenario } from '../../support/scenarios';
import type { Fault } from './faults';
import type { Expected } from './rules';

/** Operations for which the rules of their kind do not hold, and why. */
export interface Deviation {
	vendor: VendorName;
	why: string;
	fits(scenario: Scenario, fault: Fault): boolean;
	expected: Expected;
}

const isDeleteCompletely = ({ vendor, name }: Scenario) =>
	vendor === 'alibaba' && name === 'instance/deleteCompletely';
const TWICE = 'releasing an instance twice does no harm, and until it is released it is billed';

export const DEVIATIONS: Deviation[] = [
	{
		vendor: 'huawei',
		why: 'a check that succeeds without a body is done',
		fits: ({ name }, fault) =>
			name === 'smartConnectTask/checkConnection' &&
			['malformed JSON', 'empty body'].includes(fault.name),
		expected: { ends: 'items', sent: 1, applied: 1 },
	},
	{
		vendor: 'huawei',
		why: 'where the Security Token Service cannot be reached, IAM names the account',
		fits: ({ vendor, name }, fault) =>
			vendor === 'huawei' && name === 'account/getIdentity' && fault.name === 'connection refused',
		expected: { ends: 'items', sent: 0, applied: 0, otherItems: true },
	},
	{
		vendor: 'alibaba',
		why: `${TWICE}: it is sent again`,
		fits: (scenario, { nature, carriedOut, times }) =>
			isDeleteCompletely(scenario) && nature === 'open' && !carriedOut && times === 1,
		expected: { ends: 'items', sent: 2, applied: 1 },
	},
	{
		vendor: 'alibaba',
		why: `${TWICE}: it is sent after each of six pauses, then the error says that it still runs`,
		fits: (scenario, { nature, carriedOut, times }) =>
			isDeleteCompletely(scenario) && nature === 'open' && !carriedOut && times === 'always',
		expected: { ends: ['unfinished'], sent: TIMES.order.length, applied: 0 },
	},
	{
		vendor: 'alibaba',
		why: 'the list shows that the release has begun, so that it goes on',
		fits: (scenario, { nature, carriedOut, alone }) =>
			isDeleteCompletely(scenario) && nature === 'open' && carriedOut && !alone,
		expected: { ends: 'items', sent: 1, applied: 1 },
	},
];

/** Creates of which the error cannot say what they made. */
export const NAMELESS = {
	why: 'an order carries no name; when its answer is lost and the list cannot be read either, only the console knows',
	fits: ({ vendor, api }: Scenario, { alone }: Fault) =>
		vendor === 'alibaba' && /^Create(Post|Pre)Pay/.test(api) && alone === true,
	says: /not sent again.*Check the orders in the console/,
};

/** Creates whose lists do not say when something was made: it may have been there before. */
export const UNTOLD: readonly string[] = [
	'alibaba/consumerGroup/create',
	'alibaba/acl/create',
	'alibaba/scalingRule/create',
	'tencent/consumerGroup/create',
	'tencent/user/create',
	'tencent/acl/create',
	'tencent/acl/createMany',
	'tencent/aclRule/create',
	'tencent/throttlingRule/create',
];

/**
 * Writes of which the emulated cloud keeps nothing, or nothing in an instance, so that only the requests show
 * that they were carried out.
 */
export const TRACELESS = [
	'kafkaManager/restart',
	'recycleBin/updatePolicy',
	'saslUser/resetPassword',
];
