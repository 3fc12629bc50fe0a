/** A list that one user's key has read is not shown to another user who only knows the ID of that key. */
import type { INodeListSearchResult } from 'n8n-workflow';

import { VENDORS } from '../../support/clouds';
import { openVendor, type VendorName } from '../../support/stage';

const SECRETS: Record<VendorName, string> = {
	huawei: 'secretAccessKey',
	alibaba: 'accessKeySecret',
	tencent: 'secretKey',
};

test.each(Object.entries(SECRETS) as Array<[VendorName, string]>)(
	'of %s',
	async (vendor, field) => {
		const cloud = await openVendor(vendor);
		const list = async () =>
			await cloud.lookUp<INodeListSearchResult>('listSearch', 'searchVpcs', { options: {} });
		expect((await list()).results.length).toBeGreaterThan(0);
		const data = cloud.n8n.credentials[VENDORS[vendor].credential];
		cloud.n8n.credentials[VENDORS[vendor].credential] = { ...data, [field]: 'guessed-secret' };
		await expect(list()).rejects.toThrow();
		// Whose it is reads it once.
		cloud.n8n.credentials[VENDORS[vendor].credential] = data;
		cloud.forget();
		expect((await list()).results.length).toBeGreaterThan(0);
		expect(cloud.em.requests).toEqual([]);
	},
);
