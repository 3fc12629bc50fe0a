/**
 * The borders of the house: which folder may import which. `npm run lint` holds them, and
 * `test/contract/package/borders.test.ts` shows each rule to fail. docs/architecture.md has the picture.
 */

const VENDORS = ['AlibabaCloudKafka', 'HuaweiCloudKafka', 'TencentCloudKafka'];

/** Rooms of nodes/shared, with the rooms below that each may import from. */
const ROOMS = {
	contract: [],
	request: ['contract'],
	form: ['contract', 'request'],
	create: ['contract', 'request'],
	fleet: ['contract', 'request'],
	run: ['contract', 'request', 'form', 'create'],
	trigger: ['contract', 'request', 'form'],
};

/** Floors of a vendor's folder, from the bottom; rooms of one floor do not know each other. */
const VENDOR_FLOORS = [
	['api'],
	['lookups'],
	['vendor.ts', 'fields.ts', 'lookedUp.ts', 'networkFields.ts'],
	['orders', 'preflight'],
	['completions'],
	['methods', 'resources', 'trigger'],
	['metrics.ts'],
	['fleet'],
	['fleet.ts'],
];

/** What a further node of a vendor stands on, besides operations that it takes over. */
const BELOW_NODES = [
	...['api', 'lookups', 'vendor.ts', 'fields.ts', 'lookedUp.ts', 'networkFields.ts'],
	...['orders', 'completions', 'methods'],
];

/** Folders of nodes; a vendor can have several. */
const NODES = [...VENDORS, 'TencentCloudCls'];

/** Floors of the credentials' parts, from the bottom; the classes stand above them. */
const CREDENTIAL_FLOORS = [['signing'], ['fields'], ['regions'], ['session']];

/** Floors of an emulated cloud, from the bottom. */
const CLOUD_FLOORS = [
	['model'],
	['answers'],
	['auth'],
	['requests'],
	['operations', 'companions'],
	['service.ts'],
];

const either = (names) => `(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
const inRoom = (folder, names) => `^${folder}/${either(names)}($|/)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const rooms = Object.entries(ROOMS).map(([room, below]) =>
	rule(
		`room-${room}`,
		`nodes/shared/${room} imports from ${below.length > 0 ? below.join(', ') : 'no other room'}.`,
		{ path: inRoom('nodes/shared', [room]) },
		{ path: '^nodes/shared/', pathNot: inRoom('nodes/shared', [room, ...below]) },
	),
);

/** Each room of a floor may import its own room and the floors below. */
const floors = (prefix, folder, levels, comment) =>
	levels.flatMap((level, index) =>
		level.map((room) => {
			const below = levels.slice(0, index).flat();
			// The entry of the fleet has the name of its room.
			const name = room === 'fleet.ts' ? 'fleet-entry' : room.replace('.ts', '');
			return rule(
				`${prefix}-${name}`,
				comment,
				{ path: `^${folder}/${room.replaceAll('.', '\\.')}($|/)` },
				{ path: `^${folder}/`, pathNot: `^${folder}/${either([room, ...below])}($|/)` },
			);
		}),
	);

module.exports = {
	forbidden: [
		rule(
			'no-circle',
			'Modules that import each other, types included, cannot be read alone.',
			{},
			{
				circular: true,
			},
		),
		...rooms,
		rule(
			'shared-knows-no-vendor',
			'What the vendors share knows none of them.',
			{ path: '^nodes/shared/' },
			{ path: `^nodes/(?!shared/)` },
		),
		rule(
			'vendors-apart',
			'A vendor folder imports no other one.',
			{ path: `^nodes/${either(VENDORS)}/` },
			{ path: '^nodes/(?!shared/)', pathNot: '^nodes/$1/' },
		),
		rule(
			'legacy-on-huawei',
			'The node for what is deprecated stands on the rooms of its vendor, but not on what polls.',
			{ path: '^nodes/HuaweiCloudKafka/legacy/' },
			{
				path: '^nodes/HuaweiCloudKafka/',
				pathNot: inRoom('nodes/HuaweiCloudKafka', ['legacy', ...BELOW_NODES, 'resources']),
			},
		),
		rule(
			'legacy-alone',
			'What is deprecated is taken away one day: nothing else imports it.',
			{ path: '^nodes/', pathNot: '^nodes/HuaweiCloudKafka/legacy/' },
			{ path: '^nodes/HuaweiCloudKafka/legacy/' },
		),
		rule(
			'maintenance-on-vendor',
			'The node for maintenance stands on the rooms of its vendor, but not on what polls.',
			{ path: `^nodes/${either(VENDORS)}/maintenance/` },
			{
				path: '^nodes/(?!shared/)',
				pathNot: `^nodes/$1/${either(['maintenance', ...BELOW_NODES, 'resources'])}($|/)`,
			},
		),
		rule(
			'maintenance-alone',
			'Nothing else imports what only the node for maintenance offers.',
			{ path: '^nodes/', pathNot: `^nodes/${either(VENDORS)}/maintenance/` },
			{ path: `^nodes/${either(VENDORS)}/maintenance/` },
		),
		rule(
			'cls-on-tencent',
			'The node of the Log Service stands on rooms of its vendor, and on no other one.',
			{ path: '^nodes/TencentCloudCls/' },
			{
				path: '^nodes/(?!shared/|TencentCloudCls/)',
				pathNot: inRoom('nodes/TencentCloudKafka', BELOW_NODES),
			},
		),
		rule(
			'cls-resources',
			'Operations do not know the node that offers them.',
			{ path: '^nodes/TencentCloudCls/resources/' },
			{ path: '^nodes/TencentCloudCls/', pathNot: '^nodes/TencentCloudCls/resources/' },
		),
		rule(
			'fleet-of-one-cloud',
			'A fleet for one cloud does not know all of them: its package has no other one.',
			{ path: '^nodes/KafkaFleet/cloud/' },
			{ path: '^nodes/KafkaFleet/(vendors|KafkaFleet(Trigger)?\\.node)\\.ts$' },
		),
		rule(
			'fleet-for-packages',
			'The fleets for one cloud are for the packages of one cloud.',
			{ path: '^(nodes/|index\\.ts)', pathNot: '^nodes/KafkaFleet/cloud/' },
			{ path: '^nodes/KafkaFleet/cloud/' },
		),
		rule(
			'fleet-on-entries',
			'The node of all clouds knows one file of each.',
			{ path: '^nodes/KafkaFleet/' },
			{
				path: '^nodes/(?!shared/|KafkaFleet/)',
				pathNot: `^nodes/${either(VENDORS)}/fleet\\.ts$`,
			},
		),
		rule(
			'fleet-for-fleet',
			"What a vendor does for the fleet is for the fleet's node alone.",
			{ path: '^nodes/', pathNot: '^nodes/KafkaFleet/|/fleet(/|\\.ts$)' },
			{ path: `^nodes/${either(VENDORS)}/(fleet(/|\\.ts$)|metrics\\.ts$)` },
		),
		rule(
			'run-for-nodes',
			"Only a node class hands its vendor's operations to the run.",
			{ path: `^nodes/${either(NODES)}/`, pathNot: '\\.node\\.ts$' },
			{ path: '^nodes/shared/run/' },
		),
		rule(
			'trigger-for-triggers',
			'What polls is for triggers.',
			{ path: `^nodes/${either(NODES)}/`, pathNot: 'Trigger\\.node\\.ts$|/trigger/' },
			{ path: '^nodes/shared/trigger/' },
		),
		...VENDORS.flatMap((vendor) =>
			floors(vendor, `nodes/${vendor}`, VENDOR_FLOORS, 'A room imports from the floors below it.'),
		),
		rule(
			'package-alone',
			'Development files are not part of the npm package.',
			{ path: '^(nodes|credentials)/|^index\\.ts$' },
			{ path: '^(test|emulator|demo|e2e|scripts|docs)/' },
		),
		rule(
			'runtime-dependencies',
			'At run time there are only n8n-workflow, luxon, node:crypto and files of this package.',
			{ path: '^(nodes|credentials)/|^index\\.ts$' },
			{
				dependencyTypesNot: ['local', 'type-only'],
				pathNot: '^node_modules/(n8n-workflow|luxon)/|^(node:)?crypto$',
			},
		),
		rule(
			'credentials-know-no-node',
			'Credentials sign any API of their vendor, not only Kafka.',
			{ path: '^credentials/' },
			{ path: '^nodes/' },
		),
		...floors(
			'credentials',
			'credentials',
			CREDENTIAL_FLOORS,
			'Signing is pure; fields, regions and sessions do not know the credential class that uses them.',
		),
		rule(
			'emulator-alone',
			'The emulator checks the package, so it shares no code with it.',
			{ path: '^emulator/' },
			{ path: '^(nodes|credentials|test|demo|e2e)/' },
		),
		rule(
			'emulator-core',
			'What the emulated clouds share knows neither them nor the server.',
			{ path: '^emulator/core/' },
			{ path: '^emulator/', pathNot: '^emulator/core/' },
		),
		rule(
			'emulator-http',
			'The server knows no cloud.',
			{ path: '^emulator/http/' },
			{ path: '^emulator/', pathNot: '^emulator/(core|http)/' },
		),
		rule(
			'clouds-apart',
			'An emulated cloud imports no other one.',
			{ path: '^emulator/(huawei|alibaba|tencent)/' },
			{ path: '^emulator/', pathNot: '^emulator/(core|http|$1)/' },
		),
		...['huawei', 'alibaba', 'tencent'].flatMap((cloud) =>
			floors(
				`emulated-${cloud}`,
				`emulator/${cloud}`,
				CLOUD_FLOORS,
				'A room of an emulated cloud imports from the floors below it.',
			),
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^dist/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.dev.json' },
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
		moduleSystems: ['es6', 'cjs', 'tsd'],
	},
};
