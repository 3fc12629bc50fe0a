import { literal } from '../../code/code';
import { described } from '../../english';
import { resourceNames } from '../../naming';
import { isType } from '../../parameters';
import type { Thing } from '../things';
import { fieldCall, isNameOf, isOnInstance, locatorCall } from '../things';
import type { VendorProfile } from '../vendor';

/** Fields that the Tencent Cloud node has, by wire name. */

export const INSTANCE = 'InstanceId';

const FIELDS = 'nodes/TencentCloudKafka/fields';

/** Things that exist on an instance; the builder of each has the first wire name by default. */
const THINGS: ReadonlyArray<Pick<Thing, 'resource' | 'wireNames' | 'name'> & { builder: string }> =
	[
		{ resource: 'topic', wireNames: ['TopicName', 'Topic'], name: 'topic', builder: 'topicName' },
		{
			resource: 'consumerGroup',
			wireNames: ['Group', 'GroupName', 'ConsumerGroup', 'GroupId'],
			name: 'group',
			builder: 'groupName',
		},
		{ resource: 'user', wireNames: ['Name', 'UserName'], name: 'user', builder: 'userName' },
	];

/** Everything travels in the body. */
export const sentIn: VendorProfile['sentIn'] = () => undefined;

export const knownField: VendorProfile['knownField'] = (parameter, draft, section) => {
	if (section === 'column') return undefined;
	const { wireName, required, schema } = parameter;
	if (wireName === INSTANCE && required && isType(schema, 'string')) {
		return locatorCall('instance()', 'instance', FIELDS, 'instanceId');
	}
	if (wireName === 'Tags' && schema.items?.properties?.TagKey) {
		const about = literal(described(String(schema.description ?? '')) || 'Tags');
		return fieldCall(`tags(${about})`, 'tags', FIELDS, 'tags');
	}
	if (wireName === 'SearchWord' && !required && draft.kind === 'read') {
		const things = literal(resourceNames(draft.resource).many);
		return fieldCall(`nameFilter(${things})`, 'nameFilter', FIELDS, 'searchWord');
	}
	if (!isOnInstance(draft, INSTANCE)) return undefined;
	if (draft.kind === 'create' && draft.resource === 'topic' && wireName === 'TopicName') {
		return fieldCall('newTopicName()', 'newTopicName', FIELDS, 'topicName');
	}
	const thing = THINGS.find((one) => isNameOf(parameter, one, draft));
	// What is called just a name is a user's only there.
	if (!thing || (wireName === 'Name' && draft.resource !== 'user')) return undefined;
	const [usual] = thing.wireNames;
	const call = `${thing.builder}(${wireName === usual ? '' : literal(wireName)})`;
	return locatorCall(call, thing.builder, FIELDS, thing.name);
};
