/** The region of the credential, which the requests of two vendors name. */
import { byId, openVendor, type Cloud, type VendorName } from '../../support/stage';

const VENDORS: Array<[vendor: VendorName, credential: string]> = [
	['alibaba', 'managedKafkaAlibabaCloudApi'],
	['tencent', 'managedKafkaTencentCloudApi'],
];

describe.each(VENDORS)('%s', (vendor, credential) => {
	let cloud: Cloud;

	beforeEach(async () => {
		cloud = await openVendor(vendor);
	});
	afterEach(() => void jest.restoreAllMocks());

	/** Counts the reads of the credential; from the given one on they fail. */
	function reads(failing = Infinity) {
		const { credentialsHelper } = cloud.n8n;
		const read = credentialsHelper.getDecrypted.bind(credentialsHelper);
		const spy = jest.spyOn(credentialsHelper, 'getDecrypted');
		spy.mockImplementation(async (...args) => {
			if (spy.mock.calls.length >= failing) throw new Error('The database is locked');
			return await read(...args);
		});
		return spy.mock.calls;
	}

	const creating = async (id = 'orders-dev') =>
		await cloud.run('consumerGroup/create', {
			instanceId: byId(id),
			groupName: 'orders',
			...(vendor === 'tencent' && { topicNameList: ['orders'] }),
			createIfAbsent: true,
		});

	test('that cannot be one: the text names the field, and nothing is open', async () => {
		Object.assign(cloud.n8n.credentials[credential], { region: 'custom', customRegion: 'a b' });
		const { told } = await creating();
		expect(told).toMatch(/^'Custom Region' is not a region ID/);
		expect(told).not.toMatch(/not known|not sent again/);
		expect(cloud.em.requests).toEqual([]);
	});

	test('that cannot be read: the text says why, and nothing is open', async () => {
		// The first read is the one of n8n's routing.
		reads(2);
		const { told } = await creating();
		expect(told).toMatch(/^The database is locked/);
		expect(told).not.toMatch(/not known|not sent again/);
		expect(cloud.em.requests).toEqual([]);
	});

	test('is read once for all requests of an item', async () => {
		const instance = cloud.em[vendor].state.seed({ name: 'dev', topics: [{ name: 'orders' }] });
		const calls = reads();
		const { told } = await creating(instance.id);
		expect(told).toBe('');
		const sent = cloud.em.requests.length;
		expect(sent).toBe(2);
		// By n8n's routing, for the region, as it stands with expressions, and by n8n for each signature.
		expect(calls).toHaveLength(3 + sent);
	});
});
