import type { Import } from '../../code/code';
import { code, literal, member, memberOf } from '../../code/code';
import { isType } from '../../parameters';
import { isOnInstance } from '../things';
import type { Draft, VendorProfile } from '../vendor';
import { doneFlag, membersText, shownOf, subjectCode } from '../writes';
import { INSTANCE, knownField } from './fields';

/** What operations of AliKafka give: answers neither repeat the request nor leave out the envelope. */

const RECORDS = 'nodes/AlibabaCloudKafka/api/records';
const singleItem: Import = { name: 'singleItem', from: 'nodes/shared/contract/operation' };
const requestParameters: Import = { name: 'requestParameters', from: RECORDS };
const dataObject: Import = { name: 'IDataObject', from: 'n8n-workflow', isType: true };

/** The parameters that say what an item is about. */
function about(draft: Draft): { members: string[]; parameter?: string; imports: Import[] } {
	const names = shownOf(draft, INSTANCE)
		.filter((one) => draft.kind !== 'read' || knownField(one, draft, 'field'))
		.map(({ wireName }) => wireName);
	if (isOnInstance(draft, INSTANCE)) {
		const shown = ['request', ...names.map((name) => literal(name))].join(', ');
		return {
			members: [`...requestParameters(${shown})`],
			parameter: 'request',
			imports: [requestParameters],
		};
	}
	return {
		members: names.map((name) => `${member(name)}: ${memberOf('body?', name)}`),
		parameter: names.length > 0 ? '{ body }' : undefined,
		imports: [],
	};
}

/** Members of the answer: an only object is spread, others come out under their names. */
function taken({ answer }: Draft): { binding: string; members: string[]; isSpread: boolean } {
	const { properties = {} } = answer.schema;
	const names = Object.keys(properties);
	const isSpread = names.length === 1 && isType(properties[names[0]], 'object');
	return {
		binding: names.length > 0 ? `{ ${names.join(', ')} }` : '_answer',
		members: isSpread ? [`...(${names[0]} as IDataObject | undefined)`] : names,
		isSpread,
	};
}

function read(draft: Draft): ReturnType<VendorProfile['outcome']> {
	const { members, parameter, imports } = about(draft);
	const { binding, members: content, isSpread } = taken(draft);
	const parameters = [binding, ...(parameter ? [parameter] : [])].join(', ');
	return code(
		`outcome: (${parameters}) => singleItem({ ${[...members, ...content].join(', ')} }),`,
		singleItem,
		...imports,
		...(isSpread ? [dataObject] : []),
	);
}

export const outcome: VendorProfile['outcome'] = (draft) => {
	if (draft.kind === 'read') return draft.answer.list ? undefined : read(draft);
	const names = shownOf(draft, INSTANCE).map(({ wireName }) => wireName);
	const subject = subjectCode(draft, INSTANCE);
	const { binding, members: content, isSpread } = taken(draft);
	if (isOnInstance(draft, INSTANCE) && content.length === 0) {
		const shown = [literal(doneFlag(draft)), ...names.map((name) => literal(name))].join(', ');
		return code(`outcome: acknowledged(${shown}),\n${subject}`, {
			name: 'acknowledged',
			from: RECORDS,
		});
	}
	const { members, parameter, imports } = about(draft);
	const parameters = [binding, ...(parameter ? [parameter] : [])].join(', ');
	const json = [...members, ...content, ...membersText(doneFlag(draft))].join(', ');
	return code(
		`outcome: (${parameters}) => singleItem({ ${json} }),\n${subject}`,
		singleItem,
		...imports,
		...(isSpread ? [dataObject] : []),
	);
};

/** None of the answers names the work that goes on. */
export const completion: VendorProfile['completion'] = () => undefined;
