/** Tags of an instance: what is sent, and what is read back. */
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { openAccount } from '../../../../support/alibabaFleet';

const { setTags, tagsOf } = alibabaFleet;
const MARK = { 'fleet-delete-after': '2030-02-01', 'fleet-delete-why': 'idle' };

test('tags are set beside others, and replaced', async () => {
	const { seed, open, last, operations } = await openAccount();
	const one = await seed({ name: 'a', tags: [{ Key: 'team', Value: 'x' }] });
	const at = await open();
	await setTags(at, one, MARK, []);
	expect(last('TagResources')).toEqual({
		ResourceType: 'INSTANCE',
		'ResourceId.1': one.id,
		'Tag.1.Key': 'fleet-delete-after',
		'Tag.1.Value': '2030-02-01',
		'Tag.2.Key': 'fleet-delete-why',
		'Tag.2.Value': 'idle',
	});
	await setTags(at, one, { 'fleet-delete-after': '2030-03-01' }, []);
	expect(operations()).toEqual(['TagResources', 'TagResources']);
	expect(await tagsOf(at, one)).toEqual({
		team: 'x',
		...MARK,
		'fleet-delete-after': '2030-03-01',
	});
});

test('only the keys that are named are removed', async () => {
	const { seed, open, last, operations } = await openAccount();
	const tags = Object.entries({ team: 'x', ...MARK }).map(([Key, Value]) => ({ Key, Value }));
	const one = await seed({ name: 'a', tags });
	const at = await open();
	await setTags(at, one, {}, Object.keys(MARK));
	expect(operations()).toEqual(['UntagResources']);
	expect(last('UntagResources')).toEqual({
		ResourceType: 'INSTANCE',
		'ResourceId.1': one.id,
		'TagKey.1': 'fleet-delete-after',
		'TagKey.2': 'fleet-delete-why',
	});
	expect(await tagsOf(at, one)).toEqual({ team: 'x' });
});

test('nothing to set or remove sends nothing', async () => {
	const { seed, open, operations } = await openAccount();
	const one = await seed({ name: 'a', tags: [{ Key: 'team', Value: 'x' }] });
	await setTags(await open(), one, {}, []);
	expect(operations()).toEqual([]);
});

test('what is replaced makes room first', async () => {
	const { seed, open, operations } = await openAccount();
	const tags = Array.from({ length: 20 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
	const one = await seed({ name: 'a', tags });
	const at = await open();
	await setTags(at, one, { mark: '1' }, ['k0']);
	expect(operations()).toEqual(['UntagResources', 'TagResources']);
	await expect(setTags(at, one, { another: '1' }, [])).rejects.toThrow(
		'The resource would have too many tags',
	);
});

test('of an instance that is not listed no tags are told', async () => {
	const { seed, open, em } = await openAccount();
	const one = await seed({ name: 'a' });
	expect(await tagsOf(await open(), one)).toEqual({});
	em.alibaba.state.instances[0].gone = true;
	expect(await tagsOf(await open(), one)).toBeNull();
});
