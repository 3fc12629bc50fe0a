import { code, literal } from '../../code/code';
import type { Facts } from '../../facts';
import type { VendorProfile } from '../vendor';

/** Requests of CKafka and of the Log Service (CLS): RPC, everything in a JSON body. */

const isCls = ({ request }: Facts) => request.service === 'cls';

export const line: VendorProfile['line'] = ({ facts, kind, operation, checks }) => {
	const builder = operation === 'post' ? 'POST' : 'post';
	const name = builder === 'post' ? 'post' : 'post as POST';
	const call = `${builder}(${literal(facts.request.path)})`;
	if (isCls(facts)) {
		checks.push(`Add ${facts.operation} to ELSEWHERE in nodes/TencentCloudKafka/api/services.ts.`);
	}
	return code(`api: ${literal(facts.operation)},\nrequest: ${call},\nkind: ${literal(kind)},`, {
		name,
		from: 'nodes/shared/contract/operation',
	});
};

export const reference: VendorProfile['reference'] = (facts) =>
	`${isCls(facts) ? 'CLS' : 'CKafka'} ${facts.operation}`;

export const requestLine: VendorProfile['requestLine'] = ({ facts }) => facts.operation;

export const requestBody: VendorProfile['requestBody'] = (_draft, { query, body }) => ({
	...query,
	...body,
});
