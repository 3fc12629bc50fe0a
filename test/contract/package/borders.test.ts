import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projectRoot } from '../../harness';

/** The import rules of `.dependency-cruiser.cjs`, each shown to fail on an import that it forbids. */

interface Violation {
	type: string;
	from: string;
	to: string;
	rule: { name: string };
}

const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

function violationsIn(folder: string): Violation[] {
	const given = ['nodes', 'credentials', 'emulator', 'index.ts', '--output-type', 'json'];
	const flags = ['--config', join(folder, '.dependency-cruiser.cjs')];
	const output = execFileSync(process.execPath, [cruiser, ...given, ...flags], {
		cwd: folder,
		maxBuffer: 1 << 28,
	});
	const { summary } = JSON.parse(output.toString()) as { summary: { violations: Violation[] } };
	return summary.violations;
}

/** A forbidden import for each rule: the importing file, and what it imports. */
const FORBIDDEN: Record<string, [from: string, to: string]> = {
	'no-circle': ['nodes/shared/contract/first.ts', 'nodes/shared/contract/second.ts'],
	'room-contract': ['nodes/shared/contract/a.ts', 'nodes/shared/request/call.ts'],
	'room-request': ['nodes/shared/request/a.ts', 'nodes/shared/form/b.ts'],
	'room-form': ['nodes/shared/form/a.ts', 'nodes/shared/run/b.ts'],
	'room-create': ['nodes/shared/create/a.ts', 'nodes/shared/form/b.ts'],
	'room-run': ['nodes/shared/run/a.ts', 'nodes/shared/trigger/b.ts'],
	'room-trigger': ['nodes/shared/trigger/a.ts', 'nodes/shared/run/b.ts'],
	'shared-knows-no-vendor': ['nodes/shared/run/c.ts', 'nodes/HuaweiCloudKafka/api/b.ts'],
	'vendors-apart': ['nodes/HuaweiCloudKafka/api/a.ts', 'nodes/TencentCloudKafka/api/b.ts'],
	'legacy-on-huawei': ['nodes/HuaweiCloudKafka/legacy/a.ts', 'nodes/HuaweiCloudKafka/trigger/b.ts'],
	'legacy-alone': [
		'nodes/HuaweiCloudKafka/resources/c.ts',
		'nodes/HuaweiCloudKafka/legacy/resources/b.ts',
	],
	'maintenance-on-vendor': [
		'nodes/HuaweiCloudKafka/maintenance/a.ts',
		'nodes/HuaweiCloudKafka/trigger/b.ts',
	],
	'maintenance-alone': [
		'nodes/HuaweiCloudKafka/resources/d.ts',
		'nodes/HuaweiCloudKafka/maintenance/resources/b.ts',
	],
	'cls-on-tencent': [
		'nodes/TencentCloudCls/resources/a.ts',
		'nodes/TencentCloudKafka/resources/top.ts',
	],
	'cls-resources': ['nodes/TencentCloudCls/resources/b.ts', 'nodes/TencentCloudCls/region.ts'],
	'room-fleet': ['nodes/shared/fleet/a.ts', 'nodes/shared/run/b.ts'],
	'fleet-of-one-cloud': ['nodes/KafkaFleet/cloud/a.ts', 'nodes/KafkaFleet/vendors.ts'],
	'fleet-for-packages': ['nodes/KafkaFleet/b.ts', 'nodes/KafkaFleet/cloud/b.ts'],
	'fleet-on-entries': ['nodes/KafkaFleet/a.ts', 'nodes/HuaweiCloudKafka/fleet/b.ts'],
	'fleet-for-fleet': ['nodes/TencentCloudKafka/resources/e.ts', 'nodes/TencentCloudKafka/fleet.ts'],
	'run-for-nodes': ['nodes/HuaweiCloudKafka/resources/a.ts', 'nodes/shared/run/b.ts'],
	'trigger-for-triggers': ['nodes/HuaweiCloudKafka/methods/a.ts', 'nodes/shared/trigger/b.ts'],
	'package-alone': ['nodes/shared/contract/b.ts', 'test/a.ts'],
	'runtime-dependencies': ['nodes/shared/request/b.ts', 'axios'],
	'credentials-know-no-node': ['credentials/a.ts', 'nodes/shared/contract/c.ts'],
	...floors(
		'credentials',
		'credentials',
		['signing', 'fields', 'regions', 'session'],
		'X.credentials',
	),
	'emulator-alone': ['emulator/index.ts', 'nodes/shared/contract/c.ts'],
	'emulator-core': ['emulator/core/a.ts', 'emulator/http/b.ts'],
	'emulator-http': ['emulator/http/a.ts', 'emulator/huawei/model/b.ts'],
	'clouds-apart': ['emulator/huawei/model/a.ts', 'emulator/tencent/model/b.ts'],
	...floors('AlibabaCloudKafka', 'nodes/AlibabaCloudKafka', [
		'api',
		'lookups',
		'lookedUp',
		'orders',
		'preflight',
		'completions',
	]),
	...floors('HuaweiCloudKafka', 'nodes/HuaweiCloudKafka', [
		'api',
		'lookups',
		'lookedUp',
		'orders',
		'preflight',
		'completions',
	]),
	...floors('TencentCloudKafka', 'nodes/TencentCloudKafka', [
		'api',
		'lookups',
		'lookedUp',
		'orders',
		'preflight',
		'completions',
	]),
	...vendorFiles('AlibabaCloudKafka'),
	...vendorFiles('HuaweiCloudKafka'),
	...vendorFiles('TencentCloudKafka'),
	...cloud('huawei'),
	...cloud('alibaba'),
	...cloud('tencent'),
};

function floors(
	prefix: string,
	folder: string,
	rooms: string[],
	above = 'resources/top',
): typeof FORBIDDEN {
	return Object.fromEntries(
		rooms.map((room) => [
			`${prefix}-${room}`,
			[`${folder}/${room}/up.ts`, `${folder}/${above}.ts`],
		]),
	);
}

function vendorFiles(vendor: string): typeof FORBIDDEN {
	const folder = `nodes/${vendor}`;
	return {
		[`${vendor}-vendor`]: [`${folder}/vendor.ts`, `${folder}/resources/top.ts`],
		[`${vendor}-fields`]: [`${folder}/fields.ts`, `${folder}/resources/top.ts`],
		[`${vendor}-lookedUp`]: [`${folder}/lookedUp.ts`, `${folder}/resources/top.ts`],
		[`${vendor}-networkFields`]: [`${folder}/networkFields.ts`, `${folder}/resources/top.ts`],
		[`${vendor}-methods`]: [`${folder}/methods/b.ts`, `${folder}/trigger/top.ts`],
		[`${vendor}-resources`]: [`${folder}/resources/b.ts`, `${folder}/trigger/top.ts`],
		[`${vendor}-trigger`]: [`${folder}/trigger/b.ts`, `${folder}/resources/top.ts`],
		[`${vendor}-metrics`]: [`${folder}/metrics.ts`, `${folder}/fleet/b.ts`],
		[`${vendor}-fleet`]: [`${folder}/fleet/c.ts`, `${folder}/fleet.ts`],
		[`${vendor}-fleet-entry`]: [`${folder}/fleet.ts`, `${folder}/top.node.ts`],
	};
}

function cloud(name: string): typeof FORBIDDEN {
	const folder = `emulator/${name}`;
	const to = `${folder}/index.ts`;
	return {
		[`emulated-${name}-model`]: [`${folder}/model/up.ts`, `${folder}/answers/b.ts`],
		[`emulated-${name}-answers`]: [`${folder}/answers/up.ts`, `${folder}/operations/b.ts`],
		[`emulated-${name}-auth`]: [`${folder}/auth/up.ts`, `${folder}/operations/b.ts`],
		[`emulated-${name}-requests`]: [`${folder}/requests/up.ts`, `${folder}/operations/b.ts`],
		[`emulated-${name}-operations`]: [`${folder}/operations/up.ts`, to],
		[`emulated-${name}-companions`]: [`${folder}/companions/up.ts`, to],
		[`emulated-${name}-service`]: [`${folder}/service.ts`, to],
	};
}

/** Writes files that import each other as given, each exporting something. */
function write(folder: string, imports: Array<[from: string, to: string]>): void {
	const lines = new Map<string, string[]>();
	for (const [from, to] of imports) {
		const isFile = to.endsWith('.ts');
		const target = isFile ? relative(from, to) : to;
		lines.set(from, [...(lines.get(from) ?? []), `import '${target}';`]);
		if (isFile && !lines.has(to)) lines.set(to, []);
	}
	for (const [file, content] of lines) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), [...content, 'export {};', ''].join('\n'));
	}
}

function relative(from: string, to: string): string {
	const up = dirname(from)
		.split('/')
		.map(() => '..');
	return `${up.join('/')}/${to.replace(/\.ts$/, '')}`;
}

describe('import rules', () => {
	const folder = mkdtempSync(join(tmpdir(), 'borders-'));
	let violations: Violation[] = [];

	beforeAll(() => {
		const [first, second] = FORBIDDEN['no-circle'];
		write(folder, [...Object.values(FORBIDDEN), [second, first], ['index.ts', first]]);
		for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.dev.json']) {
			cpSync(join(projectRoot, file), join(folder, file));
		}
		symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
		violations = violationsIn(folder);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test.each(Object.entries(FORBIDDEN))('%s refuses such an import', (name, [from, to]) => {
		const refused = violations.filter(({ rule }) => rule.name === name);
		expect(refused.map((one) => one.from)).toContain(from);
		const targets = refused.filter((one) => one.from === from).map((one) => one.to);
		expect(targets.some((target) => target.includes(to))).toBe(true);
	});

	test('every rule is shown', () => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { forbidden } = require(join(projectRoot, '.dependency-cruiser.cjs')) as {
			forbidden: Array<{ name: string }>;
		};
		expect(Object.keys(FORBIDDEN).sort()).toEqual(forbidden.map(({ name }) => name).sort());
	});
});
