import { literal } from '../../code/code';
import { isType } from '../../parameters';
import type { Thing } from '../things';
import { fieldCall, isNameOf, isOnInstance, locatorCall, locatorOf } from '../things';
import type { VendorProfile } from '../vendor';

/** Fields that the Huawei Cloud node has, by wire name and place. */

export const INSTANCE = 'instance_id';

const FIELDS = 'nodes/HuaweiCloudKafka/fields';
const ofResource = (name: string) => `nodes/HuaweiCloudKafka/resources/${name}/fields`;

const TOPIC: Thing = {
	resource: 'topic',
	wireNames: ['topic', 'topic_name'],
	label: 'Topic',
	name: 'topic',
	search: 'searchTopics',
	placeholder: 'e.g. orders.created',
	description: 'Topic to operate on',
};
const GROUP: Thing = {
	resource: 'consumerGroup',
	wireNames: ['group', 'group_id', 'group_name'],
	label: 'Consumer Group',
	name: 'group',
	search: 'searchGroups',
	placeholder: 'e.g. orders-service',
	description: 'Consumer group to operate on',
};
const USER: Thing = {
	resource: 'user',
	wireNames: ['user_name'],
	label: 'User',
	name: 'user',
	search: 'searchUsers',
	placeholder: 'e.g. orders-service',
	description: 'SASL user to operate on',
};

/** Where n8n's routing puts a parameter. */
export const sentIn: VendorProfile['sentIn'] = (place) => (place === 'body' ? undefined : place);

export const knownField: VendorProfile['knownField'] = (parameter, draft, section) => {
	const { wireName, place, required, schema } = parameter;
	const items = schema.items ?? {};
	if (section === 'column') {
		if (!required || wireName !== 'topic') return undefined;
		return fieldCall("topicInRow('topic')", 'topicInRow', ofResource('topic'), 'topic');
	}
	if (wireName === INSTANCE && required && place !== 'body') {
		const builder = place === 'path' ? 'instance' : 'instanceInQuery';
		return locatorCall(`${builder}()`, builder, FIELDS, 'instanceId');
	}
	if (/pass_?w(or)?d$/.test(wireName) && isType(schema, 'string')) {
		const call = `kafkaPassword(${literal(wireName)}, ${required})`;
		return fieldCall(call, 'kafkaPassword', FIELDS, wireName);
	}
	if (wireName === 'tags' && items.properties?.key) {
		return fieldCall(`tags(${required ? 'true' : ''})`, 'tags', FIELDS, 'tags');
	}
	if (!isOnInstance(draft, INSTANCE)) return undefined;
	if (wireName === 'topics' && required && isType(items, 'string')) {
		return fieldCall('topicNames()', 'topicNames', FIELDS, 'topics');
	}
	if (draft.facts.request.path.includes('/tasks/{task_id}') && wireName === 'task_id') {
		const isConnectors = draft.facts.request.path.includes('connector');
		if (isConnectors) return undefined;
		return locatorCall('taskInPath()', 'taskInPath', ofResource('backgroundTask'), 'taskId');
	}
	if (isNameOf(parameter, TOPIC, draft)) {
		if (place === 'path') {
			const call = `topicInPath(${literal(wireName)})`;
			return locatorCall(call, 'topicInPath', FIELDS, 'topic');
		}
		if (wireName !== 'topic') return locatorOf(parameter, TOPIC, sentIn(place, draft.facts));
		const builder = place === 'query' ? 'topicInQuery' : 'topicInBody';
		return locatorCall(`${builder}()`, builder, FIELDS, 'topic');
	}
	if (isNameOf(parameter, GROUP, draft)) {
		return place === 'path' && wireName === 'group'
			? locatorCall('groupInPath()', 'groupInPath', ofResource('consumerGroup'), 'group')
			: locatorOf(parameter, GROUP, sentIn(place, draft.facts));
	}
	if (!isNameOf(parameter, USER, draft)) return undefined;
	return locatorOf(parameter, USER, sentIn(place, draft.facts));
};
