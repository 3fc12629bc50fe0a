import type { JsonSchema } from '../../../../emulator/core/facts';
import { code, literal } from '../../code/code';
import type { Paging } from '../../paging';
import { USUAL_SIZE } from '../../paging';
import { isNullable, listsIn, pick } from '../content';
import type { Row, VendorProfile } from '../vendor';

/** Answers of CKafka and the lists in them. */

/** How an answer holds its content. */
export type Envelope = 'plain' | 'result' | 'business';

const envelopeIn = (schema: JsonSchema | null): JsonSchema =>
	schema?.properties?.Response ?? schema ?? {};

/** Beside the request ID, in `Result`, or in the `Data` of a result that has a code of its own. */
export function envelopeOf(schema: JsonSchema | null): Envelope {
	const { Result } = envelopeIn(schema).properties ?? {};
	if (!Result?.properties) return 'plain';
	return Result.properties.ReturnCode ? 'business' : 'result';
}

export const unwrap: VendorProfile['unwrap'] = (schema) => {
	const envelope = envelopeIn(schema);
	const { Result } = envelope.properties ?? {};
	switch (envelopeOf(schema)) {
		case 'result':
			return Result;
		case 'business':
			return Result.properties?.Data?.properties ? Result.properties.Data : null;
		default:
			return pick(envelope, (name) => name !== 'RequestId');
	}
};

export const unwrapExample: VendorProfile['unwrapExample'] = (response) => {
	const { Response = {} } = (response ?? {}) as { Response?: Row };
	const { RequestId: _, ...content } = Response;
	const { Result } = content;
	if (typeof Result !== 'object' || Result === null || Array.isArray(Result)) return content;
	return Object.hasOwn(Result, 'ReturnCode') ? ((Result as Row).Data ?? {}) : Result;
};

export const list: VendorProfile['list'] = (schema) => {
	const [name, ...others] = listsIn(schema);
	if (name === undefined || others.length > 0) return undefined;
	const found = schema.properties?.[name] ?? {};
	return { name, row: found.items ?? {}, isNullable: isNullable(found) };
};

export const withoutRows: VendorProfile['withoutRows'] = ({ name }) => ({ [name]: [] });

const USUAL = { size: 'Limit', position: 'Offset', counts: 'rows' };

/** Parameters of a page, where they have other names than usual. */
function at(paging: Paging): string {
	const { size, position, counts } = paging;
	const isUsual = Object.entries(USUAL).every(([name, value]) => paging[name as 'size'] === value);
	if (isUsual) return '';
	const place = { rows: 'offset', rowsFromOne: 'offset + 1', pages: 'offset / size + 1' }[counts];
	const numbered = counts === 'pages' ? 'numbered: true,' : '';
	return `at: (offset, size) => ({ ${position}: ${place}, ${size}: size }), ${numbered}`;
}

/** The count of all rows, where it is not called as usual. */
function total(name: string | undefined): string {
	if (name === 'TotalCount') return '';
	return name === undefined ? 'total: undefined,' : `total: ({ ${name} }) => countIn(${name}),`;
}

export const pages: VendorProfile['pages'] = ({ name, key, total: count }, paging, constant) => {
	if (!paging) {
		const rows = name === 'Result' ? 'resultList' : `countedRows(${literal(name)})`;
		return code(`export const ${constant} = wholeList(${literal(key)}, ${rows});`);
	}
	const size = Math.min(paging.most ?? USUAL_SIZE, USUAL_SIZE);
	const usual = `paged(${literal(name)}, ${literal(key)}, ${size})`;
	const others = [name === 'Result' ? 'rows: resultList,' : '', total(count), at(paging)].filter(
		(one) => one !== '',
	);
	return others.length === 0
		? code(`export const ${constant} = ${usual};`)
		: code(`export const ${constant}: Pages = { ...${usual}, ${others.join('\n')} };`);
};
