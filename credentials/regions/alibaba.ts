import type { ICredentialDataDecryptedObject, INodePropertyOptions } from 'n8n-workflow';
import { checkedRegion, endpointOf, regionOf, textOf } from '../fields/checks';

/** Regions of ApsaraMQ for Kafka, sorted by name. */
export const ALIBABA_REGIONS: INodePropertyOptions[] = [
	{ name: 'China (Beijing, Finance) (cn-beijing-finance-1)', value: 'cn-beijing-finance-1' },
	{ name: 'China (Beijing) (cn-beijing)', value: 'cn-beijing' },
	{ name: 'China (Chengdu) (cn-chengdu)', value: 'cn-chengdu' },
	{ name: 'China (Fuzhou) (cn-fuzhou)', value: 'cn-fuzhou' },
	{ name: 'China (Guangzhou) (cn-guangzhou)', value: 'cn-guangzhou' },
	{ name: 'China (Hangzhou, Finance) (cn-hangzhou-finance)', value: 'cn-hangzhou-finance' },
	{ name: 'China (Hangzhou) (cn-hangzhou)', value: 'cn-hangzhou' },
	{ name: 'China (Heyuan) (cn-heyuan)', value: 'cn-heyuan' },
	{ name: 'China (Hohhot) (cn-huhehaote)', value: 'cn-huhehaote' },
	{ name: 'China (Hong Kong) (cn-hongkong)', value: 'cn-hongkong' },
	{ name: 'China (Qingdao) (cn-qingdao)', value: 'cn-qingdao' },
	{ name: 'China (Shanghai, Finance) (cn-shanghai-finance-1)', value: 'cn-shanghai-finance-1' },
	{ name: 'China (Shanghai) (cn-shanghai)', value: 'cn-shanghai' },
	{ name: 'China (Shenzhen, Finance) (cn-shenzhen-finance-1)', value: 'cn-shenzhen-finance-1' },
	{ name: 'China (Shenzhen) (cn-shenzhen)', value: 'cn-shenzhen' },
	{ name: 'China (Ulanqab, GIC) (cn-wulanchabu-gic-1)', value: 'cn-wulanchabu-gic-1' },
	{ name: 'China (Ulanqab) (cn-wulanchabu)', value: 'cn-wulanchabu' },
	{ name: 'China (Zhangjiakou) (cn-zhangjiakou)', value: 'cn-zhangjiakou' },
	{ name: 'China (Zhengzhou, JVA) (cn-zhengzhou-jva)', value: 'cn-zhengzhou-jva' },
	{ name: 'Germany (Frankfurt) (eu-central-1)', value: 'eu-central-1' },
	{ name: 'India (Mumbai) (ap-south-1)', value: 'ap-south-1' },
	{ name: 'Indonesia (Jakarta) (ap-southeast-5)', value: 'ap-southeast-5' },
	{ name: 'Japan (Tokyo) (ap-northeast-1)', value: 'ap-northeast-1' },
	{ name: 'Malaysia (Kuala Lumpur) (ap-southeast-3)', value: 'ap-southeast-3' },
	{ name: 'Mexico (na-south-1)', value: 'na-south-1' },
	{ name: 'Philippines (Manila) (ap-southeast-6)', value: 'ap-southeast-6' },
	{ name: 'Saudi Arabia (Riyadh) (me-central-1)', value: 'me-central-1' },
	{ name: 'Singapore (ap-southeast-1)', value: 'ap-southeast-1' },
	{ name: 'South Korea (Seoul) (ap-northeast-2)', value: 'ap-northeast-2' },
	{ name: 'Thailand (Bangkok) (ap-southeast-7)', value: 'ap-southeast-7' },
	{ name: 'UAE (Dubai) (me-east-1)', value: 'me-east-1' },
	{ name: 'UK (London) (eu-west-1)', value: 'eu-west-1' },
	{ name: 'US (Atlanta) (us-southeast-1)', value: 'us-southeast-1' },
	{ name: 'US (Silicon Valley) (us-west-1)', value: 'us-west-1' },
	{ name: 'US (Virginia) (us-east-1)', value: 'us-east-1' },
];

const CREDENTIAL_REGION =
	'($credentials.region === "custom" ? $credentials.customRegion : $credentials.region)';

/** Expression for the credential's region ID, e.g. for the RegionId parameter. */
export const ALIBABA_REGION_ID = `={{ ${CREDENTIAL_REGION} }}`;

/**
 * `baseURL` of the credential test: an n8n expression for the AliKafka endpoint of a credential, without a trailing slash. n8n's
 * domain restriction allows it because it depends on the credential alone. What is no text fails later, where its field is named.
 */
export const ALIBABA_BASE_URL = `={{ ("" + ($credentials.endpoint || "https://alikafka.{region}.aliyuncs.com")).split("{service}").join("alikafka").split("{region}").join(${CREDENTIAL_REGION}).replace(/(?<!\\/)\\/+$/, "") }}`;

/**
 * The AliKafka endpoint, as `scheme://host[:port]`.
 *
 * @param region Another region than the credential's; a custom endpoint without `{region}` serves all
 * @throws UserError for a bad region or endpoint
 */
export function alibabaEndpoint(
	credentials: ICredentialDataDecryptedObject,
	region = regionOf(credentials),
): string {
	const template = textOf(credentials, 'endpoint') || 'https://alikafka.{region}.aliyuncs.com';
	return endpointOf(credentials, template, 'Endpoint', {
		service: 'alikafka',
		region: checkedRegion(region),
	});
}

/** Name of the service in a host of the vendor, or of a domain like theirs: alikafka-vpc.cn-hangzhou.aliyuncs.com. */
export const KAFKA_LABEL = /^(https?:\/\/)alikafka(?=[-.])/i;

/**
 * The endpoint of the Security Token Service, as `scheme://host[:port]`: in the same network as that of
 * Kafka. A host that is not named after a service serves all of them.
 *
 * @throws UserError for a bad region or endpoint
 */
export function alibabaStsEndpoint(credentials: ICredentialDataDecryptedObject): string {
	const values = { service: 'sts', region: regionOf(credentials) };
	const own = textOf(credentials, 'stsEndpoint');
	if (own !== '') return endpointOf(credentials, own, 'STS Endpoint', values);
	const template = textOf(credentials, 'endpoint').replace(KAFKA_LABEL, '$1sts');
	// The one that serves all regions, as the vendor's credentials SDK asks it.
	return endpointOf(credentials, template || 'https://sts.aliyuncs.com', 'Endpoint', values);
}
