import type { JsonSchema } from '../../../../emulator/core/facts';
import { code, literal } from '../../code/code';
import { singular } from '../../naming';
import type { Paging } from '../../paging';
import { USUAL_SIZE } from '../../paging';
import { isType } from '../../parameters';
import { listsIn, pick } from '../content';
import type { VendorProfile } from '../vendor';

/** Answers of AliKafka and the lists in them. */

/** Members of the envelope. */
const ENVELOPE = ['Code', 'Message', 'RequestId', 'Success'];

const isContent = (name: string) => !ENVELOPE.includes(name);

export const unwrap: VendorProfile['unwrap'] = (schema) => schema && pick(schema, isContent);

export const unwrapExample: VendorProfile['unwrapExample'] = (response) =>
	Object.fromEntries(
		Object.entries((response ?? {}) as object).filter(([name]) => isContent(name)),
	);

/** Lists of a member that wraps one, as `InstanceList: { InstanceVO: [] }`. */
const wrappedIn = (schema: JsonSchema) => (isType(schema, 'object') ? listsIn(schema) : []);

export const list: VendorProfile['list'] = ({ properties = {} }) => {
	const found = Object.entries(properties).flatMap(([name, member]) => {
		if (listsIn({ properties: { [name]: member } }).length > 0) {
			// Bare in the reference; the service may wrap it like the others.
			return [{ name, entry: `${singular(name.replace(/List$/, ''))}VO`, row: member.items ?? {} }];
		}
		return wrappedIn(member).map((entry) => ({
			name,
			entry,
			row: member.properties?.[entry].items ?? {},
		}));
	});
	return found.length === 1 ? { ...found[0], isNullable: false } : undefined;
};

export const withoutRows: VendorProfile['withoutRows'] = ({ name, entry = '' }) => ({
	[name]: { [entry]: [] },
});

/** Parameters of a page, as text like everything in a form. */
function at({ size, position, counts }: Paging): string {
	const place = { rows: 'offset', rowsFromOne: 'offset + 1', pages: 'offset / size + 1' }[counts];
	return `at: (offset, size) => ({ ${position}: String(${place}), ${size}: String(size) }),`;
}

/** The count of all rows; inside of the member that wraps the list, where it is not beside it. */
function total(name: string | undefined, wrapper: string | undefined): string {
	if (name === undefined) return '';
	return wrapper
		? `total: ({ ${wrapper} }) => countIn((${wrapper} as IDataObject | undefined)?.${name}),`
		: `total: ({ ${name} }) => countIn(${name}),`;
}

export const pages: VendorProfile['pages'] = (found, paging, constant) => {
	const { name, entry = '', key } = found;
	const from = `${literal(name)}, ${literal(entry)}`;
	if (!paging) return code(`export const ${constant} = wholeList(${from}, ${literal(key)});`);
	const members = [
		`rows: rowsOf(${from}),`,
		total(found.total?.split('.').at(-1), found.total?.includes('.') ? name : undefined),
		at(paging),
		`size: ${paging.most ?? USUAL_SIZE},`,
		paging.counts === 'pages' ? 'numbered: true,' : '',
		`key: ${literal(key)},`,
	];
	return code(`export const ${constant}: Pages = { ${members.filter(Boolean).join('\n')} };`);
};
