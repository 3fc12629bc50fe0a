import { code, literal, member, memberOf } from '../../code/code';
import type { Parameter } from '../../parameters';
import { isOnInstance } from '../things';
import type { Draft, VendorProfile } from '../vendor';
import { doneFlag, membersText, shownOf, subjectCode } from '../writes';
import { INSTANCE } from './fields';

/** What writes of DMS for Kafka give: few answers repeat what they are about. */

const FOLDER = 'nodes/HuaweiCloudKafka';
/** Member of an answer that names a background task. */
export const JOB = 'job_id';

const hasContent = ({ answer }: Draft) => Object.keys(answer.content).length > 0;

/** The value of a parameter in an outcome. */
function value(draft: Draft, { wireName, place }: Parameter): string {
	if (place !== 'path') return memberOf(`${place}?`, wireName);
	return `item.nodeParameter(${literal(draft.nodeParameters.get(wireName))})`;
}

export const outcome: VendorProfile['outcome'] = (draft) => {
	if (draft.kind === 'read') return undefined;
	const isHere = isOnInstance(draft, INSTANCE);
	const about = shownOf(draft, INSTANCE);
	const members = [
		...(hasContent(draft) ? ['...answer'] : []),
		...about.map((one) => `${member(one.wireName)}: ${value(draft, one)}`),
		...membersText(doneFlag(draft)),
	];
	const isBare = hasContent(draft) && members.length === 1;
	const json = isBare ? 'answer' : `{ ${members.join(', ')} }`;
	const places = [...new Set(about.map(({ place }) => place).filter((place) => place !== 'path'))];
	const parameters = [hasContent(draft) ? 'answer' : '_answer'];
	const usesItem = isHere || about.some(({ place }) => place === 'path');
	if (places.length > 0) parameters.push(`{ ${places.join(', ')} }`);
	else if (usesItem) parameters.push('_request');
	if (usesItem) parameters.push('item');
	const record = isHere ? `withInstance(${json}, item)` : json;
	return code(
		`outcome: (${parameters.join(', ')}) => singleItem(${record}),
		${subjectCode(draft, INSTANCE)}`,
		{ name: 'singleItem', from: 'nodes/shared/contract/operation' },
		...(isHere ? [{ name: 'withInstance', from: `${FOLDER}/api/records` }] : []),
	);
};

export const completion: VendorProfile['completion'] = ({ answer, kind }) =>
	kind !== 'read' && Object.hasOwn(answer.content, JOB)
		? code('completion: taskDone,', { name: 'taskDone', from: `${FOLDER}/completions/task` })
		: undefined;
