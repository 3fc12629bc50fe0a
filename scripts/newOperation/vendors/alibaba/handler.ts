import { code, literal, member } from '../../code/code';
import type { Paging } from '../../paging';
import { isType } from '../../parameters';
import { INSTANCE_ID, marked, withExpressions } from '../content';
import { isOnInstance } from '../things';
import type { Draft, List, Row, VendorProfile } from '../vendor';
import { INSTANCE } from './fields';

/** Handlers of the emulated AliKafka. */

const contentOf = (draft: Draft): Row =>
	marked(
		draft.answer.content,
		isOnInstance(draft, INSTANCE) ? { [INSTANCE]: INSTANCE_ID } : {},
	) as Row;

/** The rows of an answer, wrapped or bare. */
function rowsIn(content: Row, { name, entry = '' }: List): unknown[] {
	const found = content[name];
	return (Array.isArray(found) ? found : ((found as Row | undefined)?.[entry] ?? [])) as unknown[];
}

/** The content with its rows and their number in place. */
function counted(content: Row, list: List, rows: unknown, count: unknown): Row {
	const { name, entry = '', total } = list;
	const isBare = Array.isArray(content[name]);
	const inside = isBare ? rows : { ...(content[name] as Row), [entry]: rows };
	if (total === undefined) return { ...content, [name]: inside };
	const [first, second] = total.split('.');
	return second === undefined
		? { ...content, [name]: inside, [first]: count }
		: { ...content, [name]: { ...(inside as Row), [second]: count } };
}

export const decoded: VendorProfile['decoded'] = (draft) => {
	const content = contentOf(draft);
	const { list, paging } = draft.answer;
	if (!list || !paging) return content;
	const rows = rowsIn(content, list);
	return counted(content, list, rows, rows.length);
};

/** What cuts a page out of the rows. */
function cut({ size, position, counts, isText }: Paging): [statements: string[], rows: string] {
	const type = isText ? 'string' : 'number';
	const usual = (value: number) => (isText ? `'${value}'` : value);
	const number = (name: string) => (isText ? `Number(${name})` : name);
	const from = {
		rows: number(position),
		rowsFromOne: `${number(position)} - 1`,
		pages: `(${number(position)} - 1) * ${number(size)}`,
	}[counts];
	const isStart = from === position;
	const start = isStart ? position : 'start';
	return [
		[
			`const { ${position} = ${usual(counts === 'rows' ? 0 : 1)}, ${size} = ${usual(10)} } = request.parameters as { ${position}?: ${type}; ${size}?: ${type} };`,
			...(isStart ? [] : [`const start = ${from};`]),
		],
		`rows.slice(${start}, ${start} + ${number(size)})`,
	];
}

export const handler: VendorProfile['handler'] = (draft) => {
	const { answer, facts } = draft;
	const { list, paging } = answer;
	const statements: string[] = [];
	let content = literal(contentOf(draft), false);
	if (list && paging) {
		const [asked, rows] = cut(paging);
		const marks = counted(contentOf(draft), list, '<rows>', '<count>');
		statements.push(`const rows = ${literal(rowsIn(contentOf(draft), list), false)};`, ...asked);
		content = withExpressions(literal(marks, false), {
			'"<rows>"': rows,
			'"<count>"': isType(answer.schema.properties?.[list.total ?? ''] ?? {}, 'string')
				? 'String(rows.length)'
				: 'rows.length',
		});
	}
	const isHere = isOnInstance(draft, INSTANCE);
	const isUsed = `${statements.join()}${content}`.includes(INSTANCE_ID);
	const found = isUsed
		? 'const instance = context.workingInstance();'
		: 'context.workingInstance();';
	const hasEnvelope = facts.response.schema?.properties?.[member('Success')] !== undefined;
	const success = hasEnvelope ? 'success' : 'bare';
	const body = [
		...(isHere ? [found] : []),
		...statements,
		`return context.${success}(${content === '{}' ? '' : content});`,
	];
	return {
		parameters: [paging ? 'request' : '_request', 'context'],
		body: code(withExpressions(body.join('\n'), { [JSON.stringify(INSTANCE_ID)]: 'instance.id' })),
	};
};
