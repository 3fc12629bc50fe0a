/** What `npm run new-operation` plans for facts of each cloud, and what it refuses; nothing is written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { factsOf, type FactsVendor, type JsonSchema } from '../../../emulator/core/facts';
import type { Operation, Resource } from '../../../nodes/shared/contract/operation';
import { readArguments, UsageError, type Wanted } from '../../../scripts/newOperation/arguments';
import type { Facts } from '../../../scripts/newOperation/facts';
import { kindOf } from '../../../scripts/newOperation/kind';
import { planOperation, type Plan } from '../../../scripts/newOperation/plan';
import { Project } from '../../../scripts/newOperation/project';
import { report } from '../../../scripts/newOperation/report';
import { VENDORS } from '../../../scripts/newOperation/vendors';

const root = join(__dirname, '../../..');

const text = (description: string): JsonSchema => ({ type: 'string', description });
const object = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
	type: 'object',
	properties,
	required,
});

/** A list that comes in pages, with a filter. */
const LIST: Facts = {
	operation: 'ListWatermarks',
	title: 'List the watermarks of an instance',
	source: 'API Reference section 9.9.9',
	request: {
		method: 'GET',
		path: '/v2/{project_id}/instances/{instance_id}/watermarks',
		action: null,
		version: null,
		service: null,
		parameters: {
			path: object({ project_id: text('Project.'), instance_id: text('ID of the instance.') }, [
				'project_id',
				'instance_id',
			]),
			query: object({
				offset: { type: 'integer', minimum: 0, description: 'Rows to skip.' },
				limit: { type: 'integer', maximum: 50, description: 'Rows per page.' },
				name: text('Part of the name; not with min_level.'),
				min_level: { type: 'integer', minimum: 0, description: 'Lowest level.' },
			}),
			body: null,
		},
	},
	response: {
		status: 200,
		schema: object({
			total: { type: 'integer' },
			watermarks: {
				type: 'array',
				items: object({ watermark_id: text('ID.'), name: text('Name.'), level: text('Level.') }),
			},
		}),
	},
	examples: [],
	notes: [],
};

/** A create with rows in JSON. */
const CREATE: Facts = {
	operation: 'CreateWatermark',
	title: 'Create a watermark',
	source: 'API Reference',
	request: {
		method: 'POST',
		path: '/',
		action: 'CreateWatermark',
		version: '2019-09-16',
		service: 'alikafka',
		parameters: {
			path: null,
			query: object(
				{
					RegionId: text('Region.'),
					InstanceId: text('ID of the instance.'),
					WatermarkName: { ...text('Name of the watermark.'), maxLength: 64 },
					Levels: {
						...text('Levels of the watermark.'),
						contentSchema: {
							type: 'array',
							items: object({ Topic: text('Topic.'), Level: { type: 'integer' } }, ['Topic']),
						},
					},
					Strict: { type: 'boolean', description: 'True to reject late messages.' },
				},
				['RegionId', 'InstanceId', 'WatermarkName'],
			),
			body: null,
		},
	},
	response: {
		status: 200,
		schema: object({
			Code: { type: 'integer' },
			RequestId: text('ID of the request.'),
			Success: { type: 'boolean' },
		}),
	},
	examples: [
		{
			title: 'Create',
			request: {
				query: {
					InstanceId: 'alikafka_pre-cn-1',
					WatermarkName: 'orders',
					Levels: '[{"Topic":"orders.created","Level":3}]',
				},
			},
			response: { Code: 200, RequestId: 'A', Success: true },
		},
	],
	notes: ['Billing: a watermark is billed.', 'Asynchronous: poll until it is there.'],
};

/** A deletion whose answer names a task. */
const DELETE: Facts = {
	operation: 'DeleteWatermark',
	title: 'Delete a watermark',
	source: 'SDK',
	request: {
		method: 'POST',
		path: '/',
		action: 'DeleteWatermark',
		version: '2019-08-19',
		service: 'ckafka',
		parameters: {
			path: null,
			query: null,
			body: object(
				{ InstanceId: text('ID of the instance.'), WatermarkId: text('ID of the watermark.') },
				['InstanceId', 'WatermarkId'],
			),
		},
	},
	response: {
		status: 200,
		schema: object({
			Response: object({
				Result: object({
					ReturnCode: text('Code.'),
					ReturnMessage: text('Message.'),
					Data: object({ FlowId: { type: 'integer' } }),
				}),
				RequestId: text('ID of the request.'),
			}),
		}),
	},
	examples: [],
	notes: [],
};

interface Case {
	vendor: FactsVendor;
	facts: Facts;
	operation: string;
	/** What the operation has to be, and under which wire names it sends what is given. */
	kind: Operation['kind'];
	fields: string[];
	options: string[];
}

const CASES: Case[] = [
	{
		vendor: 'huawei',
		facts: LIST,
		operation: 'getAll',
		kind: 'read',
		fields: ['instance_id'],
		options: ['name', 'min_level'],
	},
	{
		vendor: 'alibaba',
		facts: CREATE,
		operation: 'create',
		kind: 'create',
		fields: ['InstanceId', 'WatermarkName'],
		options: ['Levels', 'Strict'],
	},
	{
		vendor: 'tencent',
		facts: DELETE,
		operation: 'delete',
		kind: 'delete',
		fields: ['InstanceId', 'WatermarkId'],
		options: [],
	},
];

const RESOURCE = 'watermark';
const wantedFor = (vendor: FactsVendor, operation: string, more: Partial<Wanted> = {}): Wanted => ({
	vendor,
	resource: RESOURCE,
	operation,
	isNewResource: true,
	isDryRun: false,
	...more,
});

/** The sources of the project with facts that they do not have. */
function projectWith(vendor: FactsVendor, facts: Facts): Project {
	const project = new Project(root);
	project.plan(`emulator/api/${vendor}/${facts.operation}.json`, JSON.stringify(facts));
	return project;
}

interface Planned extends Case {
	project: Project;
	plan: Plan;
	/** Planned sources, without the facts. */
	sources: Plan['files'];
}

const planned: Planned[] = CASES.map((one) => {
	const project = projectWith(one.vendor, one.facts);
	const plan = planOperation(project, wantedFor(one.vendor, one.operation));
	const sources = plan.files.filter(({ path }) => path.endsWith('.ts'));
	return { ...one, project, plan, sources };
});

describe.each(planned)(
	'$vendor $operation',
	({ vendor, facts, project, plan, sources, ...one }) => {
		const { folder } = VENDORS[vendor];

		test('plans the operation, its handler, its test, and the lists that name them', () => {
			expect(sources.map(({ path }) => path)).toEqual(
				expect.arrayContaining([
					`nodes/${folder}/resources/${RESOURCE}/${one.operation}.ts`,
					`nodes/${folder}/resources/${RESOURCE}/index.ts`,
					`nodes/${folder}/resources/index.ts`,
					`emulator/${vendor}/operations/${RESOURCE}.ts`,
					`emulator/${vendor}/operations/index.ts`,
					plan.testPath,
				]),
			);
		});

		test('writes nothing', () => {
			const isThere = sources.filter(({ isNew }) => isNew).map(({ path }) => join(root, path));
			expect(isThere.length).toBeGreaterThan(3);
			expect(isThere.filter((path) => existsSync(path))).toEqual([]);
		});

		test.each(sources.map(({ path, text: source }) => [path, source]))('%s parses', (_, source) => {
			const { diagnostics = [] } = ts.transpileModule(source, { reportDiagnostics: true });
			expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
			expect(source).not.toMatch(/TODO|FIXME|\[object|\bNaN\b|<instance>|<job>/);
		});

		test('lists the operation with what the facts say of it', () => {
			const { resources } = project.load<{ resources: Resource[] }>(
				`nodes/${folder}/resources/index`,
			);
			const operation = resources
				.find(({ value }) => value === RESOURCE)
				?.operations.find(({ value }) => value === one.operation);
			const sent = (list: Operation['fields'] = []) => list.map(({ wireName }) => wireName);
			expect(operation).toMatchObject({ api: facts.operation, kind: one.kind });
			expect(sent(operation?.fields)).toEqual(one.fields);
			expect(sent(operation?.options)).toEqual(one.options);
			expect(operation?.pages !== undefined).toBe(one.operation === 'getAll');
		});

		test('lists the handler', () => {
			const { HANDLERS } = project.load<{ HANDLERS: Record<string, unknown> }>(
				`emulator/${vendor}/operations/index`,
			);
			expect(HANDLERS[facts.operation]).toBeInstanceOf(Function);
		});

		test('reports what is left: texts, the handler, and the number of facts', () => {
			const told = report(plan);
			expect(told).toContain(`("${facts.title}"): edit them.`);
			expect(told).toContain(`${facts.operation} in emulator/${vendor}/operations/`);
			expect(told).toContain('always answers the same: let it behave like the cloud.');
			expect(told).toMatch(new RegExp(`Set the count of ${vendor} in \\S+ to \\d+; it is \\d+\\.`));
			expect(told).toContain(`npx jest -i ${plan.testPath}`);
			expect(told).not.toContain('Differs from the facts');
		});
	},
);

test('the report names texts of the facts, wire names in them, and what a create needs', () => {
	const [list, create] = planned.map(({ plan }) => report(plan));
	expect(list).toContain('wire names in the place of labels: min_level.');
	expect(create).toMatch(/Edit labels and descriptions, which come from the facts: .*Strict/);
	expect(create).toContain("A create needs 'find'");
	expect(create).toContain("it needs 'billed: true'");
	expect(create).toContain("it may need a 'completion'");
});

test('the report says that a write has nothing but options', () => {
	const { request } = CREATE;
	const parameters = {
		...request.parameters,
		query: { ...request.parameters.query, required: ['InstanceId'] },
	};
	const facts = { ...CREATE, request: { ...request, parameters } };
	const plan = planOperation(projectWith('alibaba', facts), wantedFor('alibaba', 'create'));
	const said =
		/The facts require nothing but the instance\. .*test\/support\/scenarios\/overrides\.ts\./;
	expect(report(plan)).toMatch(said);
	expect(planned.map((one) => report(one.plan)).filter((told) => said.test(told))).toEqual([]);
});

test('the handlers have the types of the emulated clouds', () => {
	const texts = new Map(
		planned.flatMap(({ sources }) =>
			sources.map(({ path, text: source }): [string, string] => [join(root, path), source]),
		),
	);
	const { options } = ts.parseJsonConfigFileContent(
		ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
		ts.sys,
		root,
	);
	const host = ts.createCompilerHost(options);
	const { readFile, fileExists, getSourceFile } = host;
	// Folders that are only planned are not on the disk.
	host.directoryExists = undefined;
	host.readFile = (path) => texts.get(path) ?? readFile(path);
	host.fileExists = (path) => texts.has(path) || fileExists(path);
	host.getSourceFile = (path, ...more) => {
		const source = texts.get(path);
		return source === undefined
			? getSourceFile(path, ...more)
			: ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
	};
	// Operations are checked by being run; with them come n8n's types, which take most of a minute.
	const files = [...texts.keys()].filter((path) => path.endsWith(`operations/${RESOURCE}.ts`));
	expect(files).toHaveLength(planned.length);
	const program = ts.createProgram(files, { ...options, noEmit: true }, host);
	const found = files.flatMap((path) => {
		const source = program.getSourceFile(path);
		return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
	});
	const words = found.map(({ file, messageText }) => {
		const message = ts.flattenDiagnosticMessageText(messageText, ' ');
		return `${file?.fileName.slice(root.length + 1)}: ${message}`;
	});
	expect(words).toEqual([]);
});

/** The sentence in which something is refused; nothing may be planned by then. */
function refusal(project: Project, wanted: Wanted): string {
	const before = project.changes;
	try {
		planOperation(project, wanted);
	} catch (error) {
		expect(error).toBeInstanceOf(UsageError);
		expect(project.changes).toEqual(before);
		return (error as Error).message;
	}
	throw new Error('Nothing was refused');
}

const refusedFor = (vendor: FactsVendor, operation: string, more: Partial<Wanted> = {}) =>
	refusal(new Project(root), wantedFor(vendor, operation, more));

describe('refuses in a sentence', () => {
	test('a vendor that there is not', () => {
		expect(() => readArguments(['huwaei', 'topic', 'getAll'])).toThrow(
			"There is no vendor 'huwaei': it is huawei, alibaba, or tencent.",
		);
	});

	test('a resource that is mistyped, unless a new one is wanted', () => {
		const given = readArguments(['huawei', 'topc', 'getAll']) as Wanted;
		expect(refusal(new Project(root), given)).toMatch(
			/^The node of Huawei Cloud has no resource 'topc'\. Nearest: topic\b.*\. To add it, give --new-resource\.$/,
		);
		expect(readArguments(['huawei', 'a', 'getAll', '--new-resource'])).toMatchObject({
			isNewResource: true,
		});
	});

	test('a resource that is like none: all of them are listed', () => {
		const told = refusedFor('tencent', 'getAll', { resource: 'zzzz', isNewResource: false });
		expect(told).toMatch(/no resource 'zzzz'\. It has instance, .*\btopic\b/);
	});

	test('an API operation without facts, mistyped by letters or by words', () => {
		const more = { resource: 'topic', api: 'Listinstancetopcs' };
		expect(refusedFor('huawei', 'getTwice', more)).toMatch(
			/^There are no facts of Listinstancetopcs\. Nearest: ListInstanceTopics, .* put its facts into emulator\/api\/huawei\/Listinstancetopcs\.json first/,
		);
		expect(refusedFor('tencent', 'getTwice', { ...more, api: 'TopicDescribe' })).toContain(
			'Nearest: DescribeTopic,',
		);
	});

	test('names that do not say which API operation is meant', () => {
		expect(refusedFor('alibaba', 'getStatuses', { resource: 'topic' })).toMatch(
			/^The facts do not say which API operation 'topic getStatuses' is: give its name after them\. Nearest: .*GetTopicStatus/,
		);
	});

	test.each(['huawei', 'alibaba', 'tencent'] as const)(
		'an operation of %s that exists',
		(vendor) => {
			expect(refusedFor(vendor, 'create', { resource: 'topic' })).toBe(
				`nodes/${VENDORS[vendor].folder}/resources/topic/create.ts exists already, and nothing was written. Choose another operation, or discard the earlier run first.`,
			);
		},
	);

	test('a test that exists', () => {
		const project = projectWith('tencent', DELETE);
		project.plan('test/node/tencent/watermarkDelete.test.ts', '');
		expect(refusal(project, wantedFor('tencent', 'delete'))).toContain(
			'test/node/tencent/watermarkDelete.test.ts exists already',
		);
	});

	test('an operation that is listed from another file', () => {
		const index = 'nodes/TencentCloudKafka/resources/topic/index';
		const { topic } = new Project(root).load<{ topic: Resource }>(index);
		const project = new Project(root);
		const moved = {
			load: () => ({ resources: [{ ...topic, operations: [{ value: 'prune' }] }] }),
			has: () => false,
		};
		const watched = Object.assign(project, moved);
		expect(refusal(watched, wantedFor('tencent', 'prune', { resource: 'topic' }))).toContain(
			'The node of Tencent Cloud has topic/prune already',
		);
	});

	test('facts that lack what the sources are made of', () => {
		const { title: _, ...untitled } = DELETE;
		const { path: __, ...parameters } = DELETE.request.parameters;
		const facts = { ...untitled, request: { ...DELETE.request, parameters } } as Facts;
		expect(refusal(projectWith('tencent', facts), wantedFor('tencent', 'delete'))).toBe(
			'The facts of DeleteWatermark lack title, request.parameters.path. emulator/api/README.md has the format.',
		);
	});

	const reference: JsonSchema = { $ref: '#/$defs/Level' };
	test.each<[string, 'query' | 'body', JsonSchema, string]>([
		['a parameter', 'body', object({ Level: reference }), 'body.Level'],
		[
			'the rows of one',
			'query',
			object({ List: { type: 'array', items: reference } }),
			'query.List',
		],
	])('a reference in %s', (_, place, schema, where) => {
		const { request } = DELETE;
		const parameters = { ...request.parameters, [place]: schema };
		const facts = { ...DELETE, request: { ...request, parameters } };
		expect(refusal(projectWith('tencent', facts), wantedFor('tencent', 'delete'))).toBe(
			`The facts of DeleteWatermark refer to definitions, which this command does not follow (${where}: #/$defs/Level). Put each definition in the place of its $ref, or write the operation by hand.`,
		);
	});

	test('a reference in a response', () => {
		const facts = { ...DELETE, response: { status: 200, schema: object({ Level: reference }) } };
		expect(refusal(projectWith('tencent', facts), wantedFor('tencent', 'delete'))).toContain(
			'(response.Level: #/$defs/Level)',
		);
	});

	test('a read whose API operation writes, and a write whose API operation reads', () => {
		const [list, , remove] = planned;
		const api = { api: remove.facts.operation };
		expect(refusal(projectWith('tencent', remove.facts), wantedFor('tencent', 'get', api))).toMatch(
			/^By its name 'get' reads, and DeleteWatermark writes\./,
		);
		expect(
			refusal(
				projectWith('huawei', list.facts),
				wantedFor('huawei', 'delete', { api: list.facts.operation }),
			),
		).toMatch(/^By its name 'delete' writes, and ListWatermarks reads\..*--kind\.$/);
	});
});

test('the kind of every operation follows from its names, or is doubted', () => {
	const wrong: string[] = [];
	const doubted: string[] = [];
	for (const { vendor, project } of planned) {
		const { folder } = VENDORS[vendor];
		const { resources } = project.load<{ resources: Resource[] }>(
			`nodes/${folder}/resources/index`,
		);
		for (const { value: resource, operations } of resources) {
			if (resource === RESOURCE) continue;
			for (const { value, api, kind } of operations) {
				const derived = kindOf(factsOf(vendor, api) as Facts, value);
				const name = `${vendor} ${resource}/${value}`;
				if (derived.doubt) doubted.push(name);
				else if (derived.kind !== kind) wrong.push(`${name}: ${derived.kind} for ${kind}`);
			}
		}
	}
	expect(wrong).toEqual([]);
	expect(doubted.length).toBeLessThan(20);
});
