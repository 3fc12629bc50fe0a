/** That no test file is left out: each runs with `npm test` or, for the reason that it gives, with `npm run test:full`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = join(__dirname, '../../..');
const tests = join(root, 'test');

/** Files below `test/`, with forward slashes, without the vendors' SDKs. */
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.ts') && !path.includes('node_modules/'));
const suites = files.filter((path) => path.endsWith('.test.ts'));

/** Prints which of the files that it reads each project of each speed takes, and what each pattern of one takes. */
const ASSIGN = `
	import { createRequire } from 'node:module';
	const { globsToMatcher } = createRequire(process.cwd() + '/jest.config.mjs')('jest-util');
	const suites = ${JSON.stringify(suites)};
	const speeds = {};
	for (const speed of ['config', 'quick', 'full']) {
		const { projects } = (await import(process.cwd() + '/jest.' + speed + '.mjs')).default;
		speeds[speed] = projects.map(({ displayName, testMatch, testPathIgnorePatterns }) => {
			const ignored = testPathIgnorePatterns.map((pattern) => new RegExp(pattern.replace('<rootDir>', '')));
			const taken = (globs) => suites.filter((suite) => {
				const path = '/test/' + suite;
				return globsToMatcher(globs)(path) && !ignored.some((pattern) => pattern.test(path));
			});
			const globs = testMatch.map((glob) => glob.replace('<rootDir>', ''));
			return { displayName, suites: taken(globs), idle: globs.filter((glob) => taken([glob]).length === 0) };
		});
	}
	console.log(JSON.stringify(speeds));
`;

interface Project {
	displayName: string;
	suites: string[];
	/** Patterns of it that no file fits. */
	idle: string[];
}

const speeds = JSON.parse(
	execFileSync(process.execPath, ['--input-type=module', '-e', ASSIGN], {
		cwd: root,
		encoding: 'utf8',
	}),
) as Record<'config' | 'quick' | 'full', Project[]>;

const suitesOf = (speed: keyof typeof speeds) => speeds[speed].flatMap((project) => project.suites);

test('every test file runs once with npm test, or with what npm run test:full adds', () => {
	const usual = suitesOf('config');
	expect([...new Set(usual)]).toEqual(usual);
	const some = new Set([...usual, ...suitesOf('full')]);
	expect(suites.filter((suite) => !some.has(suite))).toEqual([]);
	expect(suites.length).toBeGreaterThan(200);
});

test('what runs with npm run test:full alone says why in its first line', () => {
	const usual = new Set(suitesOf('config'));
	const late = suites.filter((suite) => !usual.has(suite));
	expect(late).toEqual(suites.filter((suite) => suite.endsWith('.full.test.ts')));
	const silent = late.filter(
		(suite) => !readFileSync(join(tests, suite), 'utf8').startsWith('/**'),
	);
	expect(silent).toEqual([]);
});

test('npm run test:quick has nothing that npm test has not, and no pattern is for nothing', () => {
	const usual = new Set(suitesOf('config'));
	expect(suitesOf('quick').filter((suite) => !usual.has(suite))).toEqual([]);
	const idle = [...speeds.quick, ...speeds.full].flatMap((project) => project.idle);
	expect(idle).toEqual([]);
});

/** What takes samples unless the breadth is full. */
const SAMPLING = /\b(breadth|turnOf|everyNth|sampled|playPlans)\(|\bisFull\b/;

/** Tests how they are taken. */
const ABOUT_SAMPLES = 'unit/support/breadth.test.ts';

/** Whether a file, or one of its own folder that it imports, takes samples. */
function takesSamples(path: string, seen = new Set<string>()): boolean {
	if (seen.has(path)) return false;
	seen.add(path);
	const text = readFileSync(join(tests, path), 'utf8');
	if (SAMPLING.test(text)) return true;
	const imported = [...text.matchAll(/from '(\.\/[^']+)'/g)].map(([, name]) =>
		relative(tests, resolve(tests, dirname(path), name)).replaceAll('\\', '/'),
	);
	return imported
		.flatMap((name) => [`${name}.ts`, `${name}/index.ts`])
		.some((name) => files.includes(name) && takesSamples(name, seen));
}

test('every suite that takes samples with npm test takes everything with npm run test:full', () => {
	const sampling = suites.filter((suite) => suite !== ABOUT_SAMPLES && takesSamples(suite));
	const full = new Set(suitesOf('full'));
	expect(sampling.filter((suite) => !full.has(suite))).toEqual([]);
	expect(sampling.length).toBeGreaterThan(5);
});
