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
	'.dependency-cruiser.cjs',
];

/** n8n's rules for nodes, all off: a stand-in or a test is no node of this package. */
const nodeRulesOff = Object.fromEntries(
	config
		.flatMap(({ rules = {} }) => Object.keys(rules))
		.filter((rule) => rule.startsWith('@n8n/community-nodes/'))
		.map((rule) => [rule, 'off']),
);

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
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'Import at the top of the file.' },
			],
		},
	},
	{
		files: tools,
		rules: { ...nodeRulesOff, 'no-console': 'off' },
	},
	{
		files: ['**/*.mjs', 'gulpfile.js', '.dependency-cruiser.cjs'],
		languageOptions: {
			globals: Object.fromEntries(
				['console', 'process', 'require', 'module', 'exports', 'URL', 'setTimeout'].map((name) => [
					name,
					'readonly',
				]),
			),
		},
		rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
	},
];
