/** What the test of a credential tells apart. */
import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { openCloud } from '../../support/stage';

const { credential, data } = VENDORS.huawei;
const MINUTE = 60_000;
const KEY = "'Access Key ID' does not exist";
const SECRET = "'Secret Access Key' does not belong to it";

const tested = async (more: IDataObject, skew = 0) => {
	const cloud = await openCloud();
	if (skew) cloud.em.faults.add({ times: 'always', effect: { kind: 'skew', ms: skew } });
	const { status, message } = await cloud.n8n.testCredential(credential, data(cloud.em, more));
	return { cloud, status, message };
};

test.each<[string, IDataObject, string]>([
	['a key that does not exist', { accessKeyId: 'NOBODY1' }, KEY],
	['the same without a project', { accessKeyId: 'NOBODY2', projectId: '' }, KEY],
	['a wrong secret', { secretAccessKey: 'wrong-1' }, SECRET],
	['the same without a project', { secretAccessKey: 'wrong-2', projectId: '' }, SECRET],
	[
		"another account's project",
		{ projectId: '0123456789abcdef0123456789abcdef' },
		`The project of cn-north-4 is ${EXAMPLE.huawei.projectId}: enter it, or leave 'Project ID' empty`,
	],
	[
		'a region without a project',
		{ region: EXAMPLE.huawei.regionWithoutProject, projectId: '' },
		'cannot see a project for the region la-south-2',
	],
])('%s', async (_what, more, expected) => {
	const { status, message } = await tested(more);
	expect([status, message]).toEqual(['Error', expect.stringContaining(expected)]);
});

test.each([{}, { projectId: '' }])('a clock that is off, with %j', async (more) => {
	const { status, message } = await tested(more, 20 * MINUTE);
	expect(status).toBe('Error');
	expect(message).toContain('The clock of the n8n server is 20 minutes behind that of the service');
});

test('no right for Kafka', async () => {
	const cloud = await openCloud();
	const body = { error_code: 'DMS.10240309', error_msg: 'no' };
	const effect = { kind: 'answer', status: 403, body } as const;
	cloud.em.faults.add({ operation: 'ListInstances', effect });
	const { message } = await cloud.n8n.testCredential(credential, data(cloud.em));
	expect(message).toContain('not allowed to list Kafka instances');
});

test('a key that is right is one request, and a run asks nothing of IAM for a refusal', async () => {
	const { cloud, message } = await tested({});
	expect(message).toBe('Connection successful!');
	expect(cloud.em.requests).toHaveLength(1);
	cloud.n8n.credentials[credential] = data(cloud.em, { secretAccessKey: 'wrong-3' });
	cloud.forget();
	const { told } = await cloud.run('instance/getAll');
	expect(told).toContain("'Secret Access Key'");
	expect(cloud.sent('ListProjects')).toEqual([]);
});
