import { percentEncode } from '../../../../emulator/core/encoding';
import { code, literal } from '../../code/code';
import type { Facts } from '../../facts';
import { onlyValue } from '../../parameters';
import { INSTANCE_ID } from '../content';
import type { VendorProfile } from '../vendor';

/** Requests of DMS for Kafka: REST, everything where the reference has it. */

const OPERATION = 'nodes/shared/contract/operation';

const BUILDERS: Readonly<Record<string, string>> = {
	DELETE: 'del',
	GET: 'get',
	POST: 'post',
	PUT: 'put',
};

/** The path of the reference, with what is the same in every request filled in. */
export const pathOf = ({ request: { path, parameters } }: Facts): string =>
	Object.entries(parameters.path?.properties ?? {}).reduce((text, [name, schema]) => {
		const word = onlyValue(schema) ?? (name === 'engine' ? 'kafka' : undefined);
		return word === undefined ? text : text.replace(`{${name}}`, String(word));
	}, path);

export const line: VendorProfile['line'] = ({ facts, kind, operation }) => {
	const builder = BUILDERS[facts.request.method];
	// The constant of an operation `get` hides the builder.
	const called = builder === operation ? builder.toUpperCase() : builder;
	const name = builder === called ? builder : `${builder} as ${called}`;
	const members = [
		`api: ${literal(facts.operation)}`,
		`request: ${called}(${literal(pathOf(facts))})`,
		`kind: ${literal(kind)}`,
	];
	return code(`${members.join(',\n')},`, { name, from: OPERATION });
};

export const reference: VendorProfile['reference'] = ({ source, operation }) => {
	const [, section] = /API Reference[^;]*?section ([\d.]+)/.exec(source) ?? [];
	if (section) return `DMS for Kafka API Reference ${section.replace(/\.$/, '')}`;
	const [, version] = /SDK[^;]*? (\d+\.\d+\.\d+)/.exec(source) ?? [];
	return version ? `${operation} of the official SDK ${version}` : `DMS for Kafka, ${operation}`;
};

/** Source text of a value in an address. */
const inAddress = (value: unknown) =>
	value === INSTANCE_ID ? INSTANCE_ID : percentEncode(String(value));

export const requestLine: VendorProfile['requestLine'] = ({ facts }, { path, query }) => {
	const address = pathOf(facts).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
		if (name === 'project_id') return '{project}';
		return Object.hasOwn(path, name) ? inAddress(path[name]) : placeholder;
	});
	const fields = Object.keys(query)
		.sort()
		.map((name) => `${percentEncode(name)}=${inAddress(query[name])}`);
	return `${facts.request.method} ${[address, ...(fields.length > 0 ? [fields.join('&')] : [])].join('?')}`;
};

export const requestBody: VendorProfile['requestBody'] = (_draft, { body }) =>
	Object.keys(body).length > 0 ? body : undefined;
