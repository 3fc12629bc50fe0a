import { Workflow, type INode } from 'n8n-workflow';
import alibabaFacts from '../../../emulator/api/alibaba/_endpoints.json';
import tencentFacts from '../../../emulator/api/tencent/_endpoints.json';
import {
	ALIBABA_BASE_URL,
	ALIBABA_REGION_ID,
	ALIBABA_REGIONS,
	alibabaEndpoint,
} from '../../../credentials/regions/alibaba';
import {
	HUAWEI_BASE_URL,
	HUAWEI_REGIONS,
	huaweiEndpoint,
	huaweiIamEndpoint,
} from '../../../credentials/regions/huawei';
import {
	TENCENT_CKAFKA_BASE_URL,
	TENCENT_REGIONS,
	tencentEndpoint,
} from '../../../credentials/regions/tencent';
import { ALIBABA, HUAWEI, TENCENT } from './support';

type Data = Record<string, string>;

/** Evaluates an expression over `$credentials` with n8n's own engine. */
function evaluate(expression: string, credentials: Data): unknown {
	const node: INode = {
		id: '1',
		name: 'N',
		type: 'n',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => ({ description: { properties: [] } }) as never,
			getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
			getKnownTypes: () => ({}),
		},
	});
	return workflow.expression.getSimpleParameterValue(node, expression, 'internal', {
		$credentials: credentials,
	});
}

const names = (regions: Array<{ name: string }>) => regions.map(({ name }) => name);
const ids = (regions: Array<{ value: unknown }>) => regions.map(({ value }) => String(value));

/** Every kind of region and endpoint, each in the list and as a custom region. */
const variants = (data: Data, regions: string[]): Data[] =>
	[
		...regions.map((region) => ({ ...data, region })),
		...regions.slice(0, 3).map((customRegion) => ({ ...data, region: 'custom', customRegion })),
		{ ...data, region: 'custom', customRegion: 'eu-west-101' },
		{ ...data, region: 'custom', customRegion: 'ap-new-fsi' },
		{ ...data, endpoint: 'http://127.0.0.1:4510/' },
		{ ...data, endpoint: 'https://{region}.example.com' },
	].flatMap((one) => [one, { ...one, site: 'international' }]);

describe('the base URL, as n8n evaluates it, is the endpoint that the functions give', () => {
	it.each(variants(HUAWEI, ids(HUAWEI_REGIONS)))('Huawei Cloud %j', (data) => {
		expect(evaluate(HUAWEI_BASE_URL, data)).toBe(huaweiEndpoint(data));
	});

	it.each(variants(ALIBABA, ids(ALIBABA_REGIONS)))('Alibaba Cloud %j', (data) => {
		expect(evaluate(ALIBABA_BASE_URL, data)).toBe(alibabaEndpoint(data));
	});

	it.each([
		...variants(TENCENT, ids(TENCENT_REGIONS)),
		{ ...TENCENT, endpoint: 'https://{service}.{region}.example.com/' },
	])('Tencent Cloud %j', (data) => {
		expect(evaluate(TENCENT_CKAFKA_BASE_URL, data)).toBe(tencentEndpoint(data, 'ckafka'));
	});
});

describe('Huawei Cloud', () => {
	it('has 34 regions, sorted by name, one of them on .eu', () => {
		expect(HUAWEI_REGIONS).toHaveLength(34);
		expect(new Set(ids(HUAWEI_REGIONS)).size).toBe(34);
		expect(names(HUAWEI_REGIONS)).toEqual(names(HUAWEI_REGIONS).sort());
		const european = ids(HUAWEI_REGIONS).filter(
			(region) =>
				huaweiEndpoint({ ...HUAWEI, region }) === `https://dms.${region}.myhuaweicloud.eu`,
		);
		expect(european).toEqual(['eu-west-101']);
		expect(huaweiEndpoint(HUAWEI)).toBe('https://dms.cn-north-4.myhuaweicloud.com');
		expect(huaweiEndpoint(HUAWEI, 'eu-west-101')).toBe('https://dms.eu-west-101.myhuaweicloud.eu');
	});

	it.each([
		['cn-north-4', 'https://iam.cn-north-4.myhuaweicloud.com'],
		['eu-west-101', 'https://iam.eu-west-101.myhuaweicloud.eu'],
		['af-north-1', 'https://iam.myhuaweicloud.com'],
		['ap-southeast-5', 'https://iam.myhuaweicloud.com'],
		['cn-north-11', 'https://iam.myhuaweicloud.com'],
		['cn-south-4', 'https://iam.myhuaweicloud.com'],
		['cn-southwest-3', 'https://iam.myhuaweicloud.com'],
		['ru-northwest-2', 'https://iam.myhuaweicloud.com'],
	])('finds IAM for %s', (region, endpoint) => {
		expect(huaweiIamEndpoint(HUAWEI, region)).toBe(endpoint);
		expect(huaweiIamEndpoint({ ...HUAWEI, iamEndpoint: 'https://iam.{region}.de' }, region)).toBe(
			`https://iam.${region}.de`,
		);
	});
});

describe('Alibaba Cloud', () => {
	it('has the regions and domains of the document and the SDK, sorted by name', () => {
		const facts = [...alibabaFacts.endpoints, ...alibabaFacts.not_in_the_document.endpoints];

		expect(ids(ALIBABA_REGIONS).sort()).toEqual(facts.map(({ id }) => id).sort());
		expect(names(ALIBABA_REGIONS)).toEqual(
			names(ALIBABA_REGIONS).sort((a, b) => a.localeCompare(b)),
		);
		for (const { id, domain } of facts) {
			expect(alibabaEndpoint(ALIBABA, id)).toBe(`https://${domain}`);
		}
	});

	it('gives its region ID as an expression', () => {
		expect(evaluate(ALIBABA_REGION_ID, ALIBABA)).toBe('cn-hangzhou');
		expect(evaluate(ALIBABA_REGION_ID, { ...ALIBABA, region: 'custom', customRegion: 'x-1' })).toBe(
			'x-1',
		);
	});
});

describe('Tencent Cloud', () => {
	it('has the regions of the document, sorted by name, and finance regions on their own hosts', () => {
		expect(ids(TENCENT_REGIONS).sort()).toEqual(
			tencentFacts.regions.map(({ code }) => code).sort(),
		);
		expect(names(TENCENT_REGIONS)).toEqual(names(TENCENT_REGIONS).sort());
		for (const { code, finance, host } of tencentFacts.regions) {
			const expected = finance ? host : tencentFacts.services.ckafka.china;
			expect(tencentEndpoint(TENCENT, 'ckafka', code)).toBe(`https://${expected}`);
		}
	});

	it('has its own hosts for the international site', () => {
		const international = { ...TENCENT, site: 'international' };

		for (const service of ['ckafka', 'cls'] as const) {
			expect(tencentEndpoint(international, service)).toBe(
				`https://${tencentFacts.services[service].international}`,
			);
		}
	});
});
