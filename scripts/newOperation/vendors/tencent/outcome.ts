import { code, literal } from '../../code/code';
import { isType } from '../../parameters';
import { isOnInstance } from '../things';
import type { Draft, VendorProfile } from '../vendor';
import { doneFlag, membersText, shownOf, subjectCode } from '../writes';
import { INSTANCE, knownField } from './fields';

/** What operations of CKafka give: most answers do not repeat what they are about. */

const RECORDS = 'nodes/TencentCloudKafka/api/records';
/** Member of an answer that names a task. */
export const FLOW = 'FlowId';

const singleItem = { name: 'singleItem', from: 'nodes/shared/contract/operation' };

/** Parameters that say what an item is about. */
const aboutOf = (draft: Draft): string[] => [
	...shownOf(draft, INSTANCE)
		.filter((one) => draft.kind !== 'read' || knownField(one, draft, 'field'))
		.map(({ wireName }) => wireName),
	...(isOnInstance(draft, INSTANCE) ? [INSTANCE] : []),
];

/** `...fromRequest(request, 'TopicName', 'InstanceId')` */
function fromRequest(names: string[]) {
	const given = ['request', ...names.map((name) => literal(name))].join(', ');
	return {
		members: names.length > 0 ? [`...fromRequest(${given})`] : [],
		imports: names.length > 0 ? [{ name: 'fromRequest', from: RECORDS }] : [],
	};
}

export const startsFlow = ({ kind, answer }: Draft): boolean =>
	kind !== 'read' && answer.schema.properties?.[FLOW] !== undefined;

/** What the answer itself adds: the task, or whatever else it says; not a bare word such as "ok". */
function said(draft: Draft) {
	const { properties = {} } = draft.answer.schema;
	if (startsFlow(draft)) {
		return { members: ['...taskOf(answer)'], imports: [{ name: 'taskOf', from: RECORDS }] };
	}
	const names = Object.keys(properties);
	const isWord = names.join() === 'Result' && isType(properties.Result, 'string');
	return { members: names.length > 0 && !isWord ? ['...answer'] : [], imports: [] };
}

export const outcome: VendorProfile['outcome'] = (draft) => {
	const { kind, answer } = draft;
	const names = aboutOf(draft);
	if (kind === 'read') {
		if (answer.list || names.length === 0) return undefined;
		const about = fromRequest(names);
		return code(
			`outcome: (answer, request) => singleItem({ ${[...about.members, '...answer'].join(', ')} }),`,
			singleItem,
			...about.imports,
		);
	}
	const about = fromRequest(names);
	const content = said(draft);
	const members = [...membersText(doneFlag(draft)), ...about.members, ...content.members];
	const parameters = [
		content.members.length > 0 ? 'answer' : '_answer',
		...(about.members.length > 0 ? ['request'] : []),
	];
	return code(
		`outcome: (${parameters.join(', ')}) => singleItem({ ${members.join(', ')} }),
		${subjectCode(draft, INSTANCE)}`,
		singleItem,
		...about.imports,
		...content.imports,
	);
};

export const completion: VendorProfile['completion'] = (draft) =>
	startsFlow(draft)
		? code('completion: taskDone,', {
				name: 'taskDone',
				from: 'nodes/TencentCloudKafka/completions/task',
			})
		: undefined;
