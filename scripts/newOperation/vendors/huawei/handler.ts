import type { Import } from '../../code/code';
import { code, literal, member } from '../../code/code';
import { camel, wordsOf } from '../../naming';
import type { Paging } from '../../paging';
import { isType } from '../../parameters';
import { INSTANCE_ID, JOB_ID, marked, withExpressions } from '../content';
import { isOnInstance } from '../things';
import type { Draft, Row, VendorProfile } from '../vendor';
import { INSTANCE } from './fields';
import { JOB } from './outcome';

/** Handlers of the emulated DMS for Kafka. */

const ANSWER = 'emulator/http/answer';
const REQUESTS = 'emulator/huawei/requests';

const startsJob = (draft: Draft) =>
	draft.kind !== 'read' &&
	Object.hasOwn(draft.answer.content, JOB) &&
	isOnInstance(draft, INSTANCE);

/** The answer with marks for what is known at run time only. */
function contentOf(draft: Draft): Row {
	const instance = isOnInstance(draft, INSTANCE) ? { [INSTANCE]: INSTANCE_ID } : {};
	const job = startsJob(draft) ? { [JOB]: JOB_ID } : {};
	return marked(draft.answer.content, { ...instance, ...job }) as Row;
}

/** Whether the rows are counted by a text. */
const isTextTotal = ({ answer: { schema, list } }: Draft): boolean =>
	isType(schema.properties?.[list?.total ?? ''] ?? {}, 'string');

export const decoded: VendorProfile['decoded'] = (draft) => {
	const content = contentOf(draft);
	const { list, paging } = draft.answer;
	if (list?.total === undefined || !paging) return content;
	const count = ((content[list.name] ?? []) as unknown[]).length;
	return { ...content, [list.total]: isTextTotal(draft) ? String(count) : count };
};

/** What cuts a page out of the rows. */
function cut({ size, position, counts, isText }: Paging): [statement: string, rows: string] {
	const number = (name: string) => (isText ? `Number(${name})` : name);
	const start = {
		rows: number(position),
		rowsFromOne: `${number(position)} - 1`,
		pages: `(${number(position)} - 1) * ${number(size)}`,
	}[counts];
	const [type, first, usual] = isText ? ['string', "'0'", "'10'"] : ['number', '0', '10'];
	const from = counts === 'rows' ? first : first.replace('0', '1');
	return [
		`const { ${position} = ${from}, ${size} = ${usual} } = request.query as { ${position}?: ${type}; ${size}?: ${type} };`,
		`page(rows, ${start}, ${number(size)}, 'DMS.00400062')`,
	];
}

/** The page of a list, as the answer to return. */
function pageOf(draft: Draft, paging: Paging): { statements: string[]; text: string } {
	const { list } = draft.answer;
	const { [list?.name ?? '']: rows = [], ...content } = contentOf(draft);
	const [statement, slice] = cut(paging);
	const count = isTextTotal(draft) ? 'String(rows.length)' : 'rows.length';
	const members = Object.entries(content).map(([name, value]) => {
		const text = name === list?.total ? count : literal(value, false);
		return `${member(name)}: ${text}`;
	});
	return {
		statements: [`const rows = ${literal(rows ?? [], false)};`, statement],
		text: `{ ${[...members, `${member(list?.name ?? '')}: ${slice}`].join(', ')} }`,
	};
}

export const handler: VendorProfile['handler'] = (draft) => {
	const { facts, answer, kind } = draft;
	const imports: Import[] = [];
	const { statements, text } =
		answer.list && answer.paging
			? pageOf(draft, answer.paging)
			: { statements: [], text: literal(contentOf(draft), false) };
	if (answer.paging) imports.push({ name: 'page', from: `${REQUESTS}/checks` });
	const named = draft.parameters.find(
		({ wireName, required }) => required && wireName === INSTANCE,
	);
	const isQuery = named?.place === 'query';
	const found = isQuery
		? `context.instance(String(request.query.${INSTANCE}))`
		: `context.${kind === 'read' ? 'instance' : 'runningInstance'}()`;
	const isUsed = startsJob(draft) || `${statements.join()}${text}`.includes(INSTANCE_ID);
	const body = [
		...(named ? [isUsed ? `const instance = ${found};` : `${found};`] : []),
		...statements,
	];
	if (startsJob(draft)) {
		const task = literal(camel(wordsOf(facts.operation)));
		body.push(
			`const ${JOB} = startJob(context, instance, { name: ${task}, params: request.body }, () => true);`,
		);
		imports.push({ name: 'startJob', from: `${REQUESTS}/jobs` });
	}
	const isEmpty = Object.keys(answer.content).length === 0;
	const reply = isEmpty ? (answer.isWord ? 'text' : 'empty') : 'json';
	const status = reply === 'empty' && answer.status === 204 ? '' : String(answer.status);
	const content = { json: `, ${text}`, text: ", 'success'", empty: '' }[reply];
	body.push(`return ${reply}(${status}${content});`);
	const usesRequest = isQuery || answer.paging !== undefined || startsJob(draft);
	const parameters = named ? [usesRequest ? 'request' : '_request', 'context'] : ['request'];
	return {
		parameters: named || usesRequest ? parameters : [],
		body: code(
			withExpressions(body.join('\n'), {
				[`${JOB}: ${JSON.stringify(JOB_ID)}`]: JOB,
				[JSON.stringify(INSTANCE_ID)]: 'instance.id',
			}),
			...imports,
			{ name: reply, from: ANSWER },
		),
	};
};
