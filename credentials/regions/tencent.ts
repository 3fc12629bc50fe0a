import type { ICredentialDataDecryptedObject, INodePropertyOptions } from 'n8n-workflow';
import { checkedRegion, choiceOf, endpointOf, regionOf, textOf } from '../fields/checks';

/** Regions of CKafka, sorted by name. */
export const TENCENT_REGIONS: INodePropertyOptions[] = [
	{ name: 'Bangkok (ap-bangkok)', value: 'ap-bangkok' },
	{ name: 'Beijing (ap-beijing)', value: 'ap-beijing' },
	{ name: 'Beijing Finance (ap-beijing-fsi)', value: 'ap-beijing-fsi' },
	{ name: 'Changsha (ap-changsha)', value: 'ap-changsha' },
	{ name: 'Chengdu (ap-chengdu)', value: 'ap-chengdu' },
	{ name: 'Chongqing (ap-chongqing)', value: 'ap-chongqing' },
	{ name: 'Frankfurt (eu-frankfurt)', value: 'eu-frankfurt' },
	{ name: 'Guangzhou (ap-guangzhou)', value: 'ap-guangzhou' },
	{ name: 'Hangzhou (ap-hangzhou)', value: 'ap-hangzhou' },
	{ name: 'Hong Kong (ap-hongkong)', value: 'ap-hongkong' },
	{ name: 'Jakarta (ap-jakarta)', value: 'ap-jakarta' },
	{ name: 'Nanjing (ap-nanjing)', value: 'ap-nanjing' },
	{ name: 'Sao Paulo (sa-saopaulo)', value: 'sa-saopaulo' },
	{ name: 'Seoul (ap-seoul)', value: 'ap-seoul' },
	{ name: 'Shanghai (ap-shanghai)', value: 'ap-shanghai' },
	{ name: 'Shanghai Finance (ap-shanghai-fsi)', value: 'ap-shanghai-fsi' },
	{ name: 'Shenzhen (ap-shenzhen)', value: 'ap-shenzhen' },
	{ name: 'Shenzhen Finance (ap-shenzhen-fsi)', value: 'ap-shenzhen-fsi' },
	{ name: 'Silicon Valley (na-siliconvalley)', value: 'na-siliconvalley' },
	{ name: 'Singapore (ap-singapore)', value: 'ap-singapore' },
	{ name: 'Taipei (ap-taipei)', value: 'ap-taipei' },
	{ name: 'Tianjin (ap-tianjin)', value: 'ap-tianjin' },
	{ name: 'Tokyo (ap-tokyo)', value: 'ap-tokyo' },
	{ name: 'Virginia (na-ashburn)', value: 'na-ashburn' },
];

/** The services of the package: Kafka, logs, and tags. */
export type TencentService = 'ckafka' | 'cls' | 'tag';

/** Finance regions are isolated: their calls go to a domain of the region. */
const isFinance = (region: string) => region.endsWith('-fsi');

const CREDENTIAL_REGION =
	'($credentials.region === "custom" ? $credentials.customRegion : $credentials.region)';

/**
 * An n8n expression for the endpoint of a service, without a trailing slash; both are JavaScript. What is
 * no text fails later, where its field is named.
 */
const baseUrlIn = (service: string, region: string) =>
	`={{ ("" + ($credentials.endpoint || (("" + ${region}).endsWith("-fsi") ? "https://{service}.{region}.tencentcloudapi.com" : $credentials.site === "international" ? "https://{service}.intl.tencentcloudapi.com" : "https://{service}.tencentcloudapi.com"))).split("{service}").join(${service}).split("{region}").join(${region}).replace(/(?<!\\/)\\/+$/, "") }}`;

/** `baseURL` of CKafka requests, without a trailing slash. */
export const TENCENT_CKAFKA_BASE_URL = baseUrlIn('"ckafka"', CREDENTIAL_REGION);

/** `baseURL` of CLS requests, without a trailing slash. */
export const TENCENT_CLS_BASE_URL = baseUrlIn('"cls"', CREDENTIAL_REGION);

/** `baseURL` of requests to the Tag service, without a trailing slash. */
export const TENCENT_TAG_BASE_URL = baseUrlIn('"tag"', CREDENTIAL_REGION);

/**
 * `baseURL` set by a parameter that names a region, or is empty for the credential's own.
 *
 * @param service JavaScript that gives the service of the request, such as `ckafka`
 */
export const tencentBaseUrlOfValue = (service: string) =>
	baseUrlIn(service, `($value || ${CREDENTIAL_REGION})`);

/** The endpoint on the site of a credential, before its placeholders are filled in. */
function publicEndpoint(
	credentials: ICredentialDataDecryptedObject,
	region = regionOf(credentials),
): string {
	const site = choiceOf(credentials, 'site', ['china', 'international']);
	const subdomain = isFinance(region) ? '.{region}' : site === 'international' ? '.intl' : '';
	return `https://{service}${subdomain}.tencentcloudapi.com`;
}

/**
 * The endpoint of a service, as `scheme://host[:port]`.
 *
 * @param region Another region than the credential's; only finance regions have a host of their own
 * @throws UserError for a bad region or endpoint
 */
export function tencentEndpoint(
	credentials: ICredentialDataDecryptedObject,
	service: TencentService,
	region = regionOf(credentials),
): string {
	const checked = checkedRegion(region);
	const ofSite = publicEndpoint(credentials, checked);
	const template = textOf(credentials, 'endpoint') || ofSite;
	return endpointOf(credentials, template, 'Endpoint', { service, region: checked });
}

/** Name of the service in a host of the vendor, or of a domain like theirs: ckafka.internal.tencentcloudapi.com. */
const KAFKA_LABEL = /^(https?:\/\/)ckafka(?=[-.])/i;

/**
 * The endpoint of the Security Token Service, as `scheme://host[:port]`: on the same site and in the same
 * network as that of Kafka. A host that is not named after a service serves all of them.
 *
 * @throws UserError for a bad region or endpoint
 */
export function tencentStsEndpoint(credentials: ICredentialDataDecryptedObject): string {
	const values = { service: 'sts', region: regionOf(credentials) };
	const own = textOf(credentials, 'stsEndpoint');
	if (own !== '') return endpointOf(credentials, own, 'STS Endpoint', values);
	const custom = textOf(credentials, 'endpoint').replace(KAFKA_LABEL, '$1sts');
	return endpointOf(credentials, custom || publicEndpoint(credentials), 'Endpoint', values);
}
