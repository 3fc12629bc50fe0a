import type { Import } from '../../code/code';
import { code, filled, literal, member } from '../../code/code';
import type { Paging } from '../../paging';
import { FLOW_ID, INSTANCE_ID, marked, withExpressions } from '../content';
import { isOnInstance } from '../things';
import type { Draft, Row, VendorProfile } from '../vendor';
import { INSTANCE } from './fields';
import { envelopeOf } from './lists';
import { FLOW, startsFlow } from './outcome';

/** Handlers of the emulated CKafka. */

const ANSWERS = 'emulator/tencent/answers';

function contentOf(draft: Draft): Row {
	const instance = isOnInstance(draft, INSTANCE) ? { [INSTANCE]: INSTANCE_ID } : {};
	const flow = startsFlow(draft) ? { [FLOW]: FLOW_ID } : {};
	return marked(draft.answer.content, { ...instance, ...flow }) as Row;
}

export const decoded: VendorProfile['decoded'] = (draft) => {
	const content = contentOf(draft);
	const { list, paging } = draft.answer;
	if (list?.total === undefined || !paging) return content;
	return { ...content, [list.total]: ((content[list.name] ?? []) as unknown[]).length };
};

/** What cuts a page out of the rows. */
function cut({ size, position, counts }: Paging): [statements: string[], rows: string] {
	if (counts === 'rows' && size === 'Limit' && position === 'Offset') {
		return [[], 'page(rows, request.body as Paging, rows.length)'];
	}
	const first = counts === 'rows' ? 0 : 1;
	const from = {
		rows: position,
		rowsFromOne: `${position} - 1`,
		pages: `(${position} - 1) * ${size}`,
	}[counts];
	const isStart = from === position;
	const start = isStart ? position : 'start';
	return [
		[
			`const { ${position} = ${first}, ${size} = 20 } = request.body as { ${position}?: number; ${size}?: number };`,
			...(isStart ? [] : [`const start = ${from};`]),
		],
		`rows.slice(${start}, ${start} + ${size})`,
	];
}

/** The content as source text, in the envelope of the answer. */
function enveloped(draft: Draft, content: string): string {
	const envelope = envelopeOf(draft.facts.response.schema);
	if (envelope === 'plain') return content;
	if (envelope === 'result') return `{ Result: ${content} }`;
	const data = content === '{}' ? '' : `, Data: ${content}`;
	return `{ Result: { ReturnCode: '0', ReturnMessage: 'ok'${data} } }`;
}

export const handler: VendorProfile['handler'] = (draft) => {
	const { answer, kind } = draft;
	const { list, paging } = answer;
	const imports: Import[] = [];
	const statements: string[] = [];
	const isHere = isOnInstance(draft, INSTANCE);
	let content = literal(contentOf(draft), false);
	if (list && paging) {
		const [asked, slice] = cut(paging);
		const { [list.name]: rows, ...others } = contentOf(draft);
		statements.push(`const rows = ${literal(rows ?? [], false)};`, ...asked);
		const members = Object.entries(others).map(([name, value]) =>
			name === list.total
				? `${member(name)}: rows.length`
				: `${member(name)}: ${literal(value, false)}`,
		);
		content = `{ ${[...members, `${member(list.name)}: ${slice}`].join(', ')} }`;
		if (slice.startsWith('page(')) {
			const from = 'emulator/tencent/requests/checks';
			imports.push({ name: 'page', from }, { name: 'Paging', from, isType: true });
		}
	}
	const hasFlow = startsFlow(draft) && isHere;
	const isUsed = hasFlow || `${statements.join()}${content}`.includes(INSTANCE_ID);
	const found = `context.${kind === 'read' ? 'workingInstance' : 'runningInstance'}(${INSTANCE})`;
	if (isHere) {
		statements.unshift(
			`const { ${INSTANCE} } = request.body as { ${INSTANCE}: string };`,
			isUsed ? `const instance = ${found};` : `${found};`,
		);
	}
	if (hasFlow) {
		const flow = 'doneFlow(context.state, instance, request.operation)';
		const { [FLOW]: _, ...others } = contentOf(draft);
		const more = filled(others) ? `, ${literal(others, false)}` : '';
		statements.push(`return accepted(context.state, ${flow}${more});`);
		imports.push(
			{ name: 'accepted', from: `${ANSWERS}/outcome` },
			{ name: 'doneFlow', from: 'emulator/tencent/model/flows' },
		);
	} else {
		statements.push(`return success(${enveloped(draft, content)});`);
		imports.push({ name: 'success', from: `${ANSWERS}/errors` });
	}
	const usesRequest = isHere || paging !== undefined;
	return {
		parameters: [...(usesRequest ? ['request'] : []), ...(isHere ? ['context'] : [])],
		body: code(
			withExpressions(statements.join('\n'), { [JSON.stringify(INSTANCE_ID)]: 'instance.id' }),
			...imports,
		),
	};
};
