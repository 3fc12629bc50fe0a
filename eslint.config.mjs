import { config } from '@n8n/node-cli/eslint';

/** Files which never reach a user: they may use what Node and the devDependencies offer. */
const tools = [
	'test/**',
	'emulator/**',
	'demo/**',
	'e2e/**',
	'scripts/**',
	'gulpfile.js',
	'*.config.mjs',
];

const vendors = ['HuaweiCloudKafka', 'AlibabaCloudKafka', 'TencentCloudKafka'];

/** n8n's rules for nodes, all off: a stand-in or a test is no node of this package. */
const nodeRulesOff = Object.fromEntries(
	config
		.flatMap(({ rules = {} }) => Object.keys(rules))
		.filter((rule) => rule.startsWith('@n8n/community-nodes/'))
		.map((rule) => [rule, 'off']),
);

/** Restricts imports; later blocks replace this rule, so each names everything that holds for its files. */
const restrictImports = (...patterns) => ({
	'@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

// n8n's own rule also lets devDependencies through, which a user does not have.
const runtimeOnly = {
	regex: '^(?!n8n-workflow$|luxon$|node:crypto$|\\.{1,2}(/|$))',
	allowTypeImports: true,
	message: 'At run time there are only n8n-workflow, luxon, node:crypto and files of this package.',
};
const packageOnly = {
	regex: '^\\..*/(test|emulator|demo|e2e|scripts|docs)(/|$)',
	message: 'Development files are not part of the npm package.',
};
const noVendor = (names) => ({
	regex: `(^|/)(${names.join('|')})(/|$)`,
	message: 'Vendor folders do not know each other, and what they share knows no vendor.',
});

export default [
	{ ignores: ['emulator/api/**', 'dist.*/**', 'coverage/**', '.n8n-runtime/**'] },
	...config,
	{
		files: ['**/*.ts'],
		rules: {
			// A leading underscore says that a value is left out on purpose.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'index.ts'],
		rules: {
			...restrictImports(runtimeOnly, packageOnly),
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'Import at the top of the file.' },
			],
		},
	},
	{
		files: ['nodes/shared/**/*.ts'],
		rules: restrictImports(runtimeOnly, packageOnly, noVendor(vendors)),
	},
	...vendors.map((vendor) => ({
		files: [`nodes/${vendor}/**/*.ts`],
		rules: restrictImports(
			runtimeOnly,
			packageOnly,
			noVendor(vendors.filter((other) => other !== vendor)),
		),
	})),
	{
		files: ['credentials/signing/**/*.ts'],
		rules: restrictImports(runtimeOnly, packageOnly, {
			regex: '(^|/)nodes(/|$)',
			message: 'Signing knows nothing of Kafka.',
		}),
	},
	{
		files: tools,
		rules: { ...nodeRulesOff, 'no-console': 'off' },
	},
	{
		files: ['emulator/**/*.ts'],
		rules: restrictImports({
			regex: '^\\..*/(credentials|nodes)(/|$)',
			message: 'The emulator checks the package, so it shares no code with it.',
		}),
	},
	{
		files: ['**/*.mjs', 'gulpfile.js'],
		languageOptions: {
			globals: Object.fromEntries(
				['console', 'process', 'require', 'exports', 'URL', 'setTimeout'].map((name) => [
					name,
					'readonly',
				]),
			),
		},
		rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
	},
];
