import { code, literal, member, memberOf } from '../../code/code';
import type { Paging } from '../../paging';
import { USUAL_SIZE } from '../../paging';
import { isNullable, listsIn } from '../content';
import type { List, VendorProfile } from '../vendor';

/** Lists of DMS for Kafka, and how they are read. */

export const list: VendorProfile['list'] = (schema) => {
	const [name, ...others] = listsIn(schema);
	if (name === undefined || others.length > 0) return undefined;
	const found = schema.properties?.[name] ?? {};
	return { name, row: found.items ?? {}, isNullable: isNullable(found) };
};

export const withoutRows: VendorProfile['withoutRows'] = ({ name }) => ({ [name]: [] });

/** Parameters of a page. */
function at({ size, position, counts, isText }: Paging): string {
	if (counts === 'rows' && position === 'offset' && size === 'limit') {
		return isText ? 'at: asText,' : 'at: asNumbers,';
	}
	const place = { rows: 'offset', rowsFromOne: 'offset + 1', pages: 'offset / size + 1' }[counts];
	const value = (text: string) => (isText ? `String(${text})` : text);
	const asked = `${position}: ${value(place)}, ${size}: ${value('size')}`;
	return `at: (offset, size) => ({ ${asked} }),`;
}

const total = ({ total: name }: List): string => {
	if (name === undefined) return '';
	const binding = member(name) === name ? name : `${member(name)}: total`;
	return `total: ({ ${binding} }) => countIn(${member(name) === name ? name : 'total'}),`;
};

export const pages: VendorProfile['pages'] = (found, paging, constant) => {
	const { name, key } = found;
	if (!paging && !found.isNullable && typeof key === 'string') {
		return code(`export const ${constant} = wholeList(${literal(name)}, ${literal(key)});`);
	}
	const ownRows = `${constant.replace(/Pages$/, '')}Rows`;
	const rows = found.isNullable ? ownRows : `rowsOf(${literal(name)})`;
	const body = `${memberOf('body', name)} === null ? [] : listIn(body, ${literal(name)})`;
	const declared = found.isNullable
		? `/** Null stands for none. */\nconst ${ownRows} = (body: IDataObject): IDataObject[] => ${body};\n\n`
		: '';
	const members = paging
		? [
				total(found),
				at(paging),
				`size: ${paging.most ?? USUAL_SIZE},`,
				paging.counts === 'pages' ? 'numbered: true,' : '',
				`key: ${literal(key)},`,
				'pastEnd: PAST_END,',
			]
		: [
				`total: (body) => ${rows}(body).length,`,
				'at: () => ({}),',
				'size: Infinity,',
				`key: ${literal(key)},`,
			];
	return code(
		`${declared}export const ${constant}: Pages = { rows: ${rows}, ${members.filter(Boolean).join('\n')} };`,
	);
};
