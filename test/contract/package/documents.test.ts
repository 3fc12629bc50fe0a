/** What the documents and codex files say to run or to read has to be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { projectRoot } from '../../harness';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const documents = [
	'README.md',
	'AGENTS.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'CODE_OF_CONDUCT.md',
	'SECURITY.md',
	'.github/pull_request_template.md',
	'examples/README.md',
	'examples/README.zh-CN.md',
	'README.zh-CN.md',
	...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];
const { scripts, homepage, n8n } = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	homepage: string;
	n8n: { nodes: string[] };
};
const ci = read('.ci/run');

/** Commands that CI does not run, with the reason. Whatever is not here is run by `.ci/run`. */
const NOT_IN_CI: Record<string, string> = {
	'npm run architecture': 'writes a file; CI runs lint, which holds the same borders',
	'npm run borders': 'is a part of npm run lint, which CI runs',
	'npm run clean': 'only removes what was built',
	'npm run new-operation': 'writes files that somebody has to finish',
	'npm run n8n-names': 'asks the npm registry, whose newest n8n changes',
	'npm run emulator': 'runs until it is stopped; the tests start the same emulator',
	'npm run mutate':
		'takes an hour, and measures the tests: a workflow of its own runs it every night',
	'npm run bench': 'takes minutes and measures, so that it cannot fail for a reason',
	'npm run docs': 'writes files; a test says when they are out of date',
	'npm run templates': 'writes files; a test checks what it writes',
	'npm run schemas': 'writes files; a test says when they are out of date',
	'npm run n8n': 'starts a real n8n, which takes minutes to install',
	'npm run e2e': 'needs a real n8n and a browser',
	'npm run e2e:scale': 'needs a real n8n, PostgreSQL and Redis',
	'npm run e2e:oldest': 'needs the oldest n8n that runs the package, and PostgreSQL',
	'npm run lint:fix': 'changes files; CI runs lint',
	'npx jest': 'is what npm test runs',
	'npm run jest': 'is what npm test runs, without the build',
	'npm run test:quick': 'is a part of npm test',
	'npm run test:cost': 'is npm test, and prints what it takes',
	'npm run test:watch': 'runs until it is stopped',
	'npm run test:full': 'is npm test and npm run test:breadth, which CI runs',
	'npm run e2e:packages': 'needs a real n8n',
	'npm run packages': 'writes files; a test says when they are out of date',
	'npm run pack:all': 'npm run pack:check checks what it writes, and publishing runs it',
	'npm run version': 'is run by npm version',
	'npm version': 'makes a release',
	'bash .ci/run': 'is CI',
	'npm run pack': 'a test checks what it writes, and publishing runs it',
};

/** "npm run demo -- --keep" -> "npm run demo" */
const COMMAND =
	/(?:npm ci --prefix [\w/.-]+|npm run [\w:-]+|npm (?:ci|test|version)|npx [\w-]+|bash \.ci\/run)/g;

const codeIn = (text: string) =>
	[...text.matchAll(/```(?:bash|sh|)\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
		([, block, inline]) => block ?? inline,
	);

const commandsIn = (path: string) =>
	codeIn(read(path)).flatMap((code) => code.match(COMMAND) ?? []);

const commands = [...new Set(documents.flatMap(commandsIn))].sort();

/** Whether a step of CI runs it. */
const inCi = (command: string) =>
	ci
		.split('\n')
		.map((line) => line.replace(' --silent', ''))
		.some((line) => new RegExp(`^step \\S+ ${command}( |$)`).test(line));

describe('The commands of the documents', () => {
	it('are found', () => {
		expect(commands).toEqual(expect.arrayContaining(['npm ci', 'npm run demo', 'npm test']));
	});

	it.each(commands)('%s exists, and is run by CI or has a reason not to be', (command) => {
		const script = /^npm run (\S+)$/.exec(command)?.[1];
		if (script) expect(Object.keys(scripts)).toContain(script);
		expect(inCi(command) || NOT_IN_CI[command]).toBeTruthy();
	});

	it.each(Object.keys(scripts))('%s is described in CONTRIBUTING.md', (script) => {
		const command = script === 'test' ? 'npm test' : `npm run ${script}`;
		expect(commandsIn('CONTRIBUTING.md')).toContain(command);
	});

	it('that the editor offers exist', () => {
		const { tasks } = JSON.parse(read('.vscode/tasks.json')) as {
			tasks: Array<{ label: string; script: string }>;
		};
		const { configurations } = JSON.parse(read('.vscode/launch.json')) as {
			configurations: Array<{ preLaunchTask?: string }>;
		};
		expect(Object.keys(scripts)).toEqual(expect.arrayContaining(tasks.map(({ script }) => script)));
		const needed = configurations.flatMap(({ preLaunchTask }) => preLaunchTask ?? []);
		expect(tasks.map(({ label }) => label)).toEqual(expect.arrayContaining(needed));
	});
});

describe('The types of commits', () => {
	it('are those that CI accepts', () => {
		const accepted = /'\^\(([a-z|]+)\)/.exec(read('.github/workflows/title.yml'))?.[1] ?? '';
		const [, section] = read('CONTRIBUTING.md').split(/^## Commits$/m);
		const rows = section.match(/^\| +`.*$/gm) ?? [];
		const described = rows.flatMap((row) => codeIn(row.split('|')[1]));
		expect(described.sort()).toEqual(accepted.split('|'));
	});
});

/** What stands for a folder of each cloud in a path. */
const PLACEHOLDERS: Record<string, string[]> = {
	'<Vendor>': ['AlibabaCloudKafka', 'HuaweiCloudKafka', 'TencentCloudKafka'],
	'<vendor>': ['alibaba', 'huawei', 'tencent'],
};

/** `nodes/<Vendor>/api/` -> one path a cloud */
const everyCloud = (path: string): string[] => {
	const placeholder = Object.keys(PLACEHOLDERS).find((name) => path.includes(name));
	if (!placeholder) return [path];
	return PLACEHOLDERS[placeholder].flatMap((name) => everyCloud(path.replace(placeholder, name)));
};

/** Paths of the project in backquotes, up to a placeholder such as `<resource>`. */
const pathsIn = (path: string) =>
	codeIn(read(path))
		.filter((code) => /^\.?[\w-]+\/[\w.<>/-]*$/.test(code))
		.flatMap(everyCloud)
		.map((named) => named.replace(/<.*/, ''));

describe('The paths', () => {
	it.each(['AGENTS.md', 'docs/architecture.md', 'docs/development.md'])('in %s exist', (path) => {
		const paths = pathsIn(path);
		expect(paths).not.toEqual([]);
		expect(paths.filter((named) => !existsSync(join(projectRoot, named)))).toEqual([]);
	});
});

/** What `docs/architecture.md` has to explain: folders of the code, and the files of a cloud beside its node classes. */
const roomsIn = (folder: string) =>
	readdirSync(join(projectRoot, folder), { withFileTypes: true })
		.filter((one) => one.isDirectory() || /^[a-z]\w*\.ts$/.test(one.name))
		.map(({ name }) => name)
		.filter((name) => name !== '__schema__');

test.each([
	...['nodes/shared', 'credentials', 'nodes/KafkaFleet', 'nodes/AlibabaCloudKafka'],
	...['nodes/HuaweiCloudKafka', 'nodes/TencentCloudKafka'],
])('docs/architecture.md says what each room of %s is for', (folder) => {
	const [, section] = read('docs/architecture.md').split(/^## The rooms$/m);
	const named = new Set(codeIn(section.replace(/```[\s\S]*?```/g, '')));
	expect(roomsIn(folder).filter((room) => !named.has(room))).toEqual([]);
});

/** The way GitHub names a heading. */
const anchorsOf = (path: string) =>
	[...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replaceAll(' ', '-'),
	);

/** Why a link within the project leads nowhere. */
function broken(from: string, link: string): string | undefined {
	const [path, anchor] = link.split('#');
	const target = path ? resolve(projectRoot, dirname(from), path) : join(projectRoot, from);
	if (!existsSync(target)) return `${from}: ${link} is not there`;
	const file = target.slice(projectRoot.length + 1);
	if (anchor && !anchorsOf(file).includes(anchor)) return `${from}: ${link} has no such heading`;
	return undefined;
}

describe('The links', () => {
	it.each(documents)('of %s lead somewhere', (path) => {
		const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, link]) => link)
			.filter((link) => !/^https?:/.test(link));
		expect(links.map((link) => broken(path, link)).filter(Boolean)).toEqual([]);
	});

	const repository = homepage.replace('#readme', '');

	it.each(n8n.nodes)('of the codex file of %s lead to documents of the project', (node) => {
		const codex = JSON.parse(read(node.replace('dist/', '').replace(/js$/, 'json')));
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		const links = [...primaryDocumentation, ...credentialDocumentation].map(
			({ url }: { url: string }) => {
				expect(url).toContain(repository);
				const path = url.slice(repository.length).replace('/blob/main/', '');
				return path.startsWith('#') ? `README.md${path}` : path;
			},
		);
		// One of the node, and one for each credential that it takes.
		expect(links).toHaveLength(node.includes('KafkaFleet') ? 4 : 2);
		expect(links.map((link) => broken('README.md', link)).filter(Boolean)).toEqual([]);
	});

	it.each(n8n.nodes)('%s is found by the words that people search for', (node) => {
		const { alias } = JSON.parse(read(node.replace('dist/', '').replace(/js$/, 'json')));
		const products = { Huawei: 'DMS', Alibaba: 'ApsaraMQ', Tencent: 'CKafka' };
		// The node of all clouds is found by each of them.
		const own = Object.entries(products).filter(([cloud]) => node.includes(cloud));
		for (const [cloud, product] of own.length > 0 ? own : Object.entries(products)) {
			expect(alias).toEqual(expect.arrayContaining(['Kafka', cloud, `${cloud} Cloud`, product]));
		}
		expect(new Set(alias).size).toBe(alias.length);
	});
});

describe('The page on troubleshooting', () => {
	/** Parts of errors that it is searched for. */
	const quoted = codeIn(read('docs/troubleshooting.md').split('<!--')[0])
		.filter((text) => text.split(' ').length > 2 && !text.startsWith('{{'))
		.sort();
	const sources = ['nodes', 'credentials']
		.flatMap((folder) =>
			readdirSync(join(projectRoot, folder), { recursive: true })
				.map(String)
				.map((file) => `${folder}/${file}`),
		)
		.filter((file) => file.endsWith('.ts'))
		.map(read)
		.join('\n');

	it('has what does not explain itself', () => {
		expect(quoted).toEqual(
			expect.arrayContaining([
				'has an expression that returns nothing',
				'has no body to carry the security token',
				'the response does not contain the list',
				'it is not known whether this request created it',
			]),
		);
	});

	it.each(quoted)('quotes "%s" as an error has it', (text) => expect(sources).toContain(text));
});

test('each guarantee names tests that are there', () => {
	const text = read('docs/reliability.md');
	const [, table] = text.split(/^## What is guaranteed$/m)[1].split(/\n(?=\| Guarantee)/);
	const rows = table.split('\n\n')[0].split('\n').slice(2);
	const tests = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' });
	const named = rows.map((row) => [...(row.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)]);
	expect(named.filter((names) => names.length === 0)).toEqual([]);
	const missing = named.flat().filter(([, name]) => {
		const start = name.split('*')[0];
		return !tests.some((file) => file.startsWith(start));
	});
	expect(missing.map(([, name]) => name)).toEqual([]);
});
