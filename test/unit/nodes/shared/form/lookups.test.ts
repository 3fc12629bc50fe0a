/** Lists of other services in the editor: searched, paged, told apart, and kept for a minute. */
import type {
	IDataObject,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
} from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { Lookup } from '../../../../../nodes/shared/contract/lookup';
import type { Vendor } from '../../../../../nodes/shared/contract/vendor';
import { bound } from '../../../../../nodes/shared/form/listSearch';
import { optionsOf, searchOf } from '../../../../../nodes/shared/form/lookups';
import { someNode } from '../../../../support/someNode';
import { VirtualClock } from '../../../../support/virtualClock';

const networks: Lookup = {
	what: 'VPC',
	plural: 'VPCs',
	permission: 'net:networks:list',
	isId: /^vpc-/,
	request: () => ({ api: 'ListNetworks', effect: 'read', method: 'GET', path: '/networks' }),
	pages: { rows: ({ rows }) => rows as IDataObject[], at: () => ({}), size: Infinity, key: 'id' },
	entry: ({ id, name, range }) => ({
		id: String(id),
		name: name as string,
		details: range ? [String(range)] : [],
	}),
};
const subnets: Lookup = {
	...networks,
	what: 'subnet',
	plural: 'subnets',
	within: [{ name: 'vpcId', label: 'VPC', lookup: networks }],
	request: (chosen) => ({
		api: 'ListSubnets',
		effect: 'read',
		method: 'GET',
		path: '/subnets',
		query: { vpc: chosen('vpcId') as string },
	}),
};

/** A form, and a cloud that gives these rows by path. */
function editor(rows: Record<string, IDataObject[] | number>, parameters: IDataObject = {}) {
	const clock = new VirtualClock();
	const requests: IHttpRequestOptions[] = [];
	const vendor: Vendor = {
		name: 'Some Cloud',
		credential: 'someCloudApi',
		endpoint: (_, region) => `https://${region ?? 'here'}.cloud.example`,
		account: () => 'account',
		pace: () => ({ perSecond: Infinity, atOnce: 10 }),
		unauthorized: () => new Failure('refused', 'the key was rejected'),
		decode({ status, body }) {
			if (status >= 400) throw new Failure('refused', 'Not allowed', { httpStatus: status });
			return body as IDataObject;
		},
	};
	const context = {
		getNode: () => someNode,
		getCurrentNodeParameter: (name: string) => parameters[name],
		getCredentials: async () => await Promise.resolve({ region: 'here' }),
		helpers: {
			async httpRequestWithAuthentication(
				this: ILoadOptionsFunctions,
				credential: string,
				options: IHttpRequestOptions,
			) {
				await this.getCredentials(credential);
				requests.push(options);
				const found = rows[String(options.url)];
				return typeof found === 'number'
					? { statusCode: found, headers: {}, body: {} }
					: { statusCode: 200, headers: {}, body: { rows: found } };
			},
		},
	} as unknown as ILoadOptionsFunctions;
	const searches = bound<INodeListSearchResult>(
		{ searchVpcs: searchOf(networks), searchSubnets: searchOf(subnets) },
		vendor,
		clock,
	);
	const loaders = bound({ getVpcs: optionsOf(networks) }, vendor, clock);
	return {
		clock,
		requests,
		search: async (name: string, filter?: string, page?: string) =>
			await searches[name].call(context, filter, page),
		load: async () => await loaders.getVpcs.call(context),
	};
}

const TWICE = [
	{ id: 'vpc-2', name: 'orders-vpc', range: '10.1.0.0/16' },
	{ id: 'vpc-1', name: 'orders-vpc', range: '10.0.0.0/16' },
	{ id: 'vpc-3', name: 'vpc-3' },
];

test('entries of one name can be told apart, and what has no name of its own has its ID once', async () => {
	const { search, load } = editor({ '/networks': TWICE });
	const { results } = await search('searchVpcs');
	expect(results.map(({ name, value }) => [name, value])).toEqual([
		['orders-vpc, 10.0.0.0/16, vpc-1', 'vpc-1'],
		['orders-vpc, 10.1.0.0/16, vpc-2', 'vpc-2'],
		['vpc-3', 'vpc-3'],
	]);
	expect(await load()).toEqual(results);
});

test.each([
	['ORDERS', 2],
	['10.1', 1],
	['vpc-3', 1],
	['nothing', 0],
])('typing %s finds %i', async (typed, count) => {
	const { search } = editor({ '/networks': TWICE });
	expect((await search('searchVpcs', typed)).results).toHaveLength(count);
});

test('a long list comes page by page, from one request', async () => {
	const rows = Array.from({ length: 250 }, (_, i) => ({ id: `vpc-${i}`, name: `n${1000 + i}` }));
	const { search, requests } = editor({ '/networks': rows });
	const names: string[] = [];
	let page: unknown;
	let pages = 0;
	do {
		const result = await search('searchVpcs', undefined, page as string);
		names.push(...result.results.map(({ name }) => name));
		page = result.paginationToken;
		pages++;
	} while (page !== undefined);
	expect(pages).toBe(3);
	expect(names).toHaveLength(250);
	expect(new Set(names).size).toBe(250);
	expect(requests).toHaveLength(1);
});

test('a list is kept for 60 seconds', async () => {
	const { search, requests, clock } = editor({ '/networks': TWICE });
	await search('searchVpcs', 'o');
	await clock.sleep(59_000);
	await search('searchVpcs', 'or');
	expect(requests).toHaveLength(1);
	await clock.sleep(1000);
	await search('searchVpcs', 'ord');
	expect(requests).toHaveLength(2);
});

test('the list follows the region of the node', async () => {
	const { search, requests } = editor({ '/networks': TWICE }, { 'options.region': 'there' });
	await search('searchVpcs');
	expect(requests[0].baseURL).toBe('https://there.cloud.example');
});

test('subnets are those of the VPC that is chosen, by ID or by name', async () => {
	const rows = { '/networks': [{ id: 'vpc-1', name: 'orders' }], '/subnets': [] };
	const byId = editor(rows, { vpcId: { __rl: true, mode: 'list', value: 'vpc-9' } });
	await byId.search('searchSubnets');
	expect(byId.requests.map(({ url, qs }) => [url, qs])).toEqual([['/subnets', { vpc: 'vpc-9' }]]);
	const byName = editor(rows, { vpcId: { __rl: true, mode: 'name', value: 'orders' } });
	await byName.search('searchSubnets');
	expect(byName.requests[1].qs).toEqual({ vpc: 'vpc-1' });
	const none = editor(rows, { vpcId: { __rl: true, mode: 'list', value: '' } });
	await none.search('searchSubnets');
	expect(none.requests[0].qs).toEqual({});
});

test('an expression that is not resolved yet is named', async () => {
	const vpcId = { __rl: true, mode: 'id', value: '={{ $json.vpc }}' };
	const { search, requests } = editor({}, { vpcId });
	await expect(search('searchSubnets')).rejects.toThrow(
		"Run the previous nodes first: the list depends on 'VPC', which is an expression",
	);
	expect(requests).toHaveLength(0);
});

test('a key without the right to list is told the permission, and that an ID can be entered', async () => {
	const { search, requests } = editor({ '/networks': 403 });
	const error: unknown = await search('searchVpcs').catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({
		message: 'The credential has no permission to list VPCs (net:networks:list)',
		description:
			"Grant it net:networks:list. You can enter the ID instead: select 'By ID', or use an expression.",
	});
	await search('searchVpcs').catch(() => undefined);
	// What could not be read is not kept.
	expect(requests).toHaveLength(2);
});
