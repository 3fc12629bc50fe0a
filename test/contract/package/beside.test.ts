/** The package of all clouds and one of a single cloud in one n8n: nothing is made twice, and old types are told. */
import type { ICredentialType, IDataObject } from 'n8n-workflow';
import { join } from 'node:path';

import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { chain, createHarness, node, projectRoot, type Harness } from '../../harness';
import { closeAtEnd } from '../../support/closing';
import { VENDORS, type VendorName } from '../../support/clouds';
import { newInstance } from '../../support/given';
import { CLOUDS, CREDENTIALS, layOut, PACKAGES } from '../../support/packages';
import { told } from '../../support/stage';
import { VirtualClock } from '../../support/virtualClock';

const packages = layOut();
afterAll(packages.remove);

interface Beside {
	em: Emulator;
	/** Runs a node of a package alone. */
	run(type: string, parameters: IDataObject): ReturnType<Harness['run']>;
}

/** An n8n that has loaded these packages in this order, with a credential of the cloud. */
async function n8nWith(
	cloud: VendorName,
	folders: string[],
	more: IDataObject = {},
): Promise<Beside> {
	const clock = new VirtualClock();
	const em = await startEmulator({ speed: 1, time: clock });
	clock.of(em);
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	const { credential, data } = VENDORS[cloud];
	const credentials = { [credential]: data(em, more) };
	const n8n = await createHarness({ credentials, packageDirs: folders, clock });
	return {
		em,
		run: (type, parameters) =>
			n8n.run(chain(node('K', type, parameters as never, { credentials: [credential] }))),
	};
}

const typeIn = (cloud: VendorName, name: string) => `${name}.${VENDORS[cloud].type.split('.')[1]}`;
const combined = 'n8n-nodes-managed-kafka';
const lists = { resource: 'instance', operation: 'getAll' };

test('a create of one name in both at once makes one instance', async () => {
	const { em, run } = await n8nWith('huawei', [projectRoot, packages.of('huawei')]);
	const create = newInstance('orders', { createIfAbsent: true });
	const ran = await Promise.all(
		[combined, PACKAGES.huawei].map(async (name) => await run(typeIn('huawei', name), create)),
	);
	expect(ran.map(({ error }) => told(error))).toEqual(['', '']);
	const made = ran.map((one) => one.items('K')[0]);
	expect(made.map(({ created }) => created).sort()).toEqual([false, true]);
	expect(made[0].instance_id).toBe(made[1].instance_id);
	expect(em.huawei.state.instances).toHaveLength(1);
});

test.each(CLOUDS)('nodes of both use the one type that n8n has loaded, for %s', async (cloud) => {
	const { run } = await n8nWith(cloud, [projectRoot, packages.of(cloud)]);
	for (const name of [combined, PACKAGES[cloud]]) {
		const { error } = await run(typeIn(cloud, name), lists);
		expect(told(error)).toBe('');
	}
});

/** A role of each cloud, and fields without which it would be left out. */
const ROLES: Record<VendorName, { role: IDataObject; fields: string[]; named: string }> = {
	alibaba: {
		role: { assumeRole: true, roleArn: EXAMPLE.alibaba.role },
		fields: ['assumeRole', 'roleArn'],
		named: 'Assume a Role',
	},
	huawei: {
		role: { projectId: EXAMPLE.huawei.projectId },
		fields: ['projectId'],
		named: 'Project ID',
	},
	tencent: {
		role: { assumeRole: true, roleArn: EXAMPLE.tencent.role },
		fields: ['assumeRole', 'roleArn'],
		named: 'Assume a Role',
	},
};

describe.each(CLOUDS)('an older type that was loaded last, for %s', (cloud) => {
	const { role, fields, named } = ROLES[cloud];

	test('serves a credential that sets nothing of what it lacks', async () => {
		const older = packages.older(cloud, { fields: ['externalId', 'ignoreSslIssues'] });
		const { run } = await n8nWith(cloud, [projectRoot, older]);
		expect(told((await run(typeIn(cloud, combined), lists)).error)).toBe('');
	});

	test('does not act for another account, project, or place: what it lacks is told, and nothing is sent', async () => {
		const older = packages.older(cloud, { fields });
		const { em, run } = await n8nWith(cloud, [projectRoot, older], role);
		const { error } = await run(typeIn(cloud, combined), lists);
		expect(told(error)).toContain(`'${named}' is set, which the credential type`);
		expect(told(error)).toContain('to the same version');
		expect(em.requests).toEqual([]);
	});
});

test('a choice that an older type lacks is told, too', async () => {
	const older = packages.older('alibaba', { choices: { signatureVersion: ['1.0'] } });
	const set = { signatureVersion: '1.0' };
	const { em, run } = await n8nWith('alibaba', [projectRoot, older], set);
	const { error } = await run(typeIn('alibaba', combined), lists);
	expect(told(error)).toContain("'Signature Version' is '1.0 (HMAC-SHA1)', which");
	expect(em.requests).toEqual([]);
});

test.each(CLOUDS)('the type for %s is open to the nodes of every package', (cloud) => {
	const file = join(projectRoot, `dist/credentials/${CREDENTIALS[cloud]}.credentials.js`);
	const module = jest.requireActual<Record<string, new () => ICredentialType>>(file);
	// n8n knows only the nodes of the package it loaded last as those of a type.
	expect(new module[CREDENTIALS[cloud]]().restrictToSupportedNodes).toBeUndefined();
});
