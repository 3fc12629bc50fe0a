import { literal } from '../../code/code';
import { described } from '../../english';
import type { Thing } from '../things';
import { fieldCall, isNameOf, isOnInstance, locatorCall } from '../things';
import type { VendorProfile } from '../vendor';

/** Fields that the Alibaba Cloud node has, by wire name. */

export const INSTANCE = 'InstanceId';

const FIELDS = 'nodes/AlibabaCloudKafka/fields';

/** Things that exist on an instance, and the builder of each. */
const THINGS: ReadonlyArray<Pick<Thing, 'resource' | 'wireNames' | 'name'> & { builder: string }> =
	[
		{ resource: 'topic', wireNames: ['Topic'], name: 'topic', builder: 'topic' },
		{ resource: 'consumerGroup', wireNames: ['ConsumerId'], name: 'group', builder: 'group' },
		{ resource: 'saslUser', wireNames: ['Username'], name: 'user', builder: 'user' },
	];

/** Where n8n's routing puts a parameter: RPC sends everything as a form, unless it is a GET. */
export const sentIn: VendorProfile['sentIn'] = (_place, { request }) =>
	request.method === 'GET' ? 'query' : undefined;

export const knownField: VendorProfile['knownField'] = (parameter, draft, section) => {
	if (section === 'column') return undefined;
	const { wireName, required, schema } = parameter;
	const isQuery = sentIn(parameter.place, draft.facts) === 'query';
	if (wireName === INSTANCE && required && !schema.items) {
		return locatorCall(`instance(${isQuery ? "'query'" : ''})`, 'instance', FIELDS, 'instanceId');
	}
	if (wireName === 'Tag' && schema.items?.properties?.Key) {
		const about = literal(described(String(schema.description ?? '')) || 'Tags');
		return draft.kind === 'read'
			? fieldCall(`tagFilter(${about})`, 'tagFilter', FIELDS, 'tags')
			: fieldCall(`tags(${required}, ${about})`, 'tags', FIELDS, 'tags');
	}
	if (!isOnInstance(draft, INSTANCE)) return undefined;
	const thing = THINGS.find((one) => isNameOf(parameter, one, draft));
	if (!thing || (isQuery && thing.builder !== 'topic')) return undefined;
	const more = isQuery ? "{ sentIn: 'query' }" : '';
	return locatorCall(`${thing.builder}(${more})`, thing.builder, FIELDS, thing.name);
};
