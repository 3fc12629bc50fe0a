import { code, literal } from '../../code/code';
import type { VendorProfile } from '../vendor';

/** Requests of AliKafka: RPC, everything as text in a form. */

const REQUESTS = 'nodes/AlibabaCloudKafka/api/requests';

export const line: VendorProfile['line'] = ({ facts, kind, operation }) => {
	const api = literal(facts.operation);
	if (facts.request.method !== 'GET') {
		return kind === 'read'
			? code(`...readOperation(${api}),`, { name: 'readOperation', from: REQUESTS })
			: code(`...operation(${literal(kind)}, ${api}),`, { name: 'operation', from: REQUESTS });
	}
	const [builder, name] = operation === 'get' ? ['GET', 'get as GET'] : ['get', 'get'];
	return code(
		`api: ${api},\nrequest: ${builder}(${literal(facts.request.path)}),\nkind: ${literal(kind)},`,
		{ name, from: 'nodes/shared/contract/operation' },
	);
};

export const reference: VendorProfile['reference'] = ({ source, operation }) => {
	if (/API Reference/.test(source)) return `AliKafka API Reference, ${operation}`;
	const [, version] = /@alicloud\/\S+ (\d+\.\d+\.\d+)/.exec(source) ?? [];
	return version ? `${operation} of the official SDK ${version}` : `AliKafka, ${operation}`;
};

/** `{ Tag: [{ Key: 'a' }] }` -> `Tag.1.Key` */
function flat(value: unknown, name: string): Array<[string, string]> {
	if (Array.isArray(value)) return value.flatMap((one, i) => flat(one, `${name}.${i + 1}`));
	if (typeof value !== 'object' || value === null) return [[name, String(value)]];
	return Object.entries(value).flatMap(([key, one]) => flat(one, `${name}.${key}`));
}

export const requestLine: VendorProfile['requestLine'] = ({ facts }) => facts.operation;

export const requestBody: VendorProfile['requestBody'] = (_draft, { query, body }) =>
	Object.fromEntries(
		Object.entries({ ...query, ...body }).flatMap(([name, value]) => flat(value, name)),
	);
