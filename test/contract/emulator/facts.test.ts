import { factsOf, loadFacts } from '../../../emulator/core/facts';
import { HANDLERS as ALIBABA } from '../../../emulator/alibaba/operations';
import { HANDLERS as HUAWEI } from '../../../emulator/huawei/operations';
import { HANDLERS as TENCENT } from '../../../emulator/tencent/operations';
import { readText, validateRequest, type RequestParts } from '../../../emulator/core/validation';

/** Examples of the documents that contradict their own tables (see the notes of the facts). */
const NOT_CONFORMING: Record<string, string[]> = {
	CreateInstanceTopic: ['sync_replication', 'topic_other_configs[1].value'],
	CreateInstanceUser: ['user_passwd'],
	ResetUserPasswrod: ['new_password'],
	UpdateInstanceTopic: ['topics[0].topic_other_configs[1].value'],
	V1ListInstances: ['start', 'limit'],
};

const vendors = ['huawei', 'alibaba', 'tencent'] as const;
const all = vendors.flatMap((vendor) => loadFacts(vendor).map((facts) => ({ vendor, facts })));
const examples = all.flatMap(({ vendor, facts }) =>
	facts.examples.map((example) => ({ name: `${vendor} ${facts.operation}`, facts, example })),
);

test.each(examples)('the example of $name is a valid request', ({ facts, example }) => {
	const part = (place: 'path' | 'query' | 'body') => {
		const value = example.request[place];
		return value && Object.keys(value).length ? value : undefined;
	};
	const parts: RequestParts = { path: part('path'), query: part('query'), body: part('body') };
	const wrong = validateRequest(facts, parts).map((problem) => problem.parameter);
	expect(wrong).toEqual(NOT_CONFORMING[facts.operation] ?? []);
});

test('every handler belongs to an operation of the facts', () => {
	const known = (vendor: (typeof vendors)[number]) => loadFacts(vendor).map((f) => f.operation);
	expect(known('huawei')).toEqual(expect.arrayContaining(Object.keys(HUAWEI)));
	expect(known('alibaba')).toEqual(expect.arrayContaining(Object.keys(ALIBABA)));
	expect(known('tencent')).toEqual(expect.arrayContaining(Object.keys(TENCENT)));
});

describe('request validation', () => {
	const list = factsOf('huawei', 'ListInstances');
	const path = { project_id: 'p' };

	test('names what is missing, unknown, of a wrong type or value', () => {
		expect(validateRequest(list, { path, query: {} })).toEqual([
			{ place: 'query', parameter: 'engine', kind: 'missing', text: 'is mandatory' },
		]);
		const query = { engine: 'kafka', page: '1', limit: '51' };
		expect(validateRequest(list, { path, query })).toMatchObject([
			{ parameter: 'page', kind: 'unknown' },
			{ parameter: 'limit', kind: 'value' },
		]);
		const create = factsOf('huawei', 'CreateInstanceTopic');
		const body = { id: 'orders', partition: '3', topic_other_configs: [{ key: 'a' }] };
		const full = { path: { project_id: 'p', instance_id: 'i' }, body };
		expect(validateRequest(create, full)).toMatchObject([
			{ place: 'body', parameter: 'partition', kind: 'type' },
			{ place: 'body', parameter: 'topic_other_configs[0].key', kind: 'unknown' },
		]);
	});

	test('a body or query the operation does not have is refused', () => {
		const show = factsOf('huawei', 'ShowMaintainWindows');
		expect(validateRequest(show, { query: { a: '1' } })).toMatchObject([
			{ place: 'query', parameter: 'a', kind: 'unknown' },
		]);
		expect(validateRequest(show, { body: {} })).toMatchObject([{ place: 'body', kind: 'unknown' }]);
	});

	test('JSON inside a text parameter is read', () => {
		const facts = factsOf('alibaba', 'BatchDeleteTopics');
		const query = (Topics: string) => ({ RegionId: 'r', InstanceId: 'i', Topics });
		const wrong = (topics: string) => validateRequest(facts, { query: query(topics) });
		expect(wrong('["a"]')).toEqual([]);
		expect(wrong('[1]')).toMatchObject([{ parameter: 'Topics', kind: 'value' }]);
		expect(wrong('a,b')).toMatchObject([{ parameter: 'Topics', text: 'must be JSON text' }]);
	});

	test('text is read as the type of the schema', () => {
		expect(readText({ type: 'integer' }, '-12')).toBe(-12);
		expect(readText({ type: 'integer' }, '1.5')).toBe('1.5');
		expect(readText({ type: 'boolean' }, 'false')).toBe(false);
		expect(readText({ type: 'boolean' }, '0')).toBe('0');
		expect(readText({ type: ['integer', 'string'] }, 'x')).toBe('x');
		expect(readText(undefined, '1')).toBe('1');
	});
});
