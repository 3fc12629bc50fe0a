import {
	UserError,
	type ICredentialDataDecryptedObject,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { checkedRegion, choiceOf, endpointOf, regionOf, textOf } from '../fields/checks';
import { isLoopback } from '../fields/encryption';

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

/** The services of the package: Kafka and logs, and those of which they need something. */
export type TencentService = 'ckafka' | 'cls' | keyof typeof COMPANIONS;

/** Services that stand beside Kafka, as texts call them. */
const COMPANIONS = {
	cdc: 'Cloud Dedicated Cluster',
	monitor: 'Cloud Monitor',
	ssl: 'the SSL Certificate Service',
	sts: 'STS',
	tag: 'the Tag service',
	vpc: 'VPC',
};

/** Finance regions are isolated: their calls go to a domain of the region. */
const isFinance = (region: string) => region.endsWith('-fsi');

const CREDENTIAL_REGION =
	'($credentials.region === "custom" ? $credentials.customRegion : $credentials.region)';

/**
 * `baseURL` of the credential test: an n8n expression for the CKafka endpoint of a credential, without a trailing slash. What
 * is no text fails later, where its field is named.
 */
export const TENCENT_CKAFKA_BASE_URL = `={{ ("" + ($credentials.endpoint || (("" + ${CREDENTIAL_REGION}).endsWith("-fsi") ? "https://{service}.{region}.tencentcloudapi.com" : $credentials.site === "international" ? "https://{service}.intl.tencentcloudapi.com" : "https://{service}.tencentcloudapi.com"))).split("{service}").join("ckafka").split("{region}").join(${CREDENTIAL_REGION}).replace(/(?<!\\/)\\/+$/, "") }}`;

/** The endpoint on the site of a credential, before its placeholders are filled in. */
function publicEndpoint(
	credentials: ICredentialDataDecryptedObject,
	region = regionOf(credentials),
): string {
	const site = choiceOf(credentials, 'site', ['china', 'international']);
	const subdomain = isFinance(region) ? '.{region}' : site === 'international' ? '.intl' : '';
	return `https://{service}${subdomain}.tencentcloudapi.com`;
}

/** Name of the service in a host of the vendor, or of a domain like theirs: ckafka.internal.tencentcloudapi.com. */
const KAFKA_LABEL = /^(https?:\/\/)ckafka(?=[-.])/i;

/** The field 'Endpoint' as it is for a service: a host that is named after Kafka has neighbors. */
const customFor = (credentials: ICredentialDataDecryptedObject, service: TencentService) =>
	textOf(credentials, 'endpoint').replace(KAFKA_LABEL, `$1${service}`);

/**
 * The endpoint of a service, as `scheme://host[:port]`.
 *
 * @param region Another region than the credential's; only finance regions have a host of their own
 * @throws UserError for a bad region or endpoint, and for one that serves Kafka only
 */
export function tencentEndpoint(
	credentials: ICredentialDataDecryptedObject,
	service: TencentService,
	region = regionOf(credentials),
): string {
	const checked = checkedRegion(region);
	if (service === 'sts') return stsEndpoint(credentials, checked);
	const ofSite = publicEndpoint(credentials, checked);
	const custom = customFor(credentials, service);
	const origin = endpointOf(credentials, custom || ofSite, 'Endpoint', {
		service,
		region: checked,
	});
	if (custom && Object.hasOwn(COMPANIONS, service)) checkServes(credentials, origin, service);
	return origin;
}

/** Refuses to send to a host what it was not made for: it is told by its name, or is this machine. */
function checkServes(
	credentials: ICredentialDataDecryptedObject,
	origin: string,
	service: TencentService,
): void {
	const given = textOf(credentials, 'endpoint');
	const isNamed = given.includes('{service}') || KAFKA_LABEL.test(given);
	if (isNamed || isLoopback(new URL(origin).hostname)) return;
	const called = COMPANIONS[service as keyof typeof COMPANIONS];
	throw new UserError(
		`'Endpoint' is the address of CKafka only, and this request is for ${called}. Put {service} into 'Endpoint' where the name of the service belongs, for example https://{service}.example.com`,
	);
}

/** A host that is not named after a service serves STS, too: a role cannot be had otherwise. */
function stsEndpoint(credentials: ICredentialDataDecryptedObject, region: string): string {
	const values = { service: 'sts', region };
	const own = textOf(credentials, 'stsEndpoint');
	if (own !== '') return endpointOf(credentials, own, 'STS Endpoint', values);
	const template = customFor(credentials, 'sts') || publicEndpoint(credentials, region);
	return endpointOf(credentials, template, 'Endpoint', values);
}

/**
 * The endpoint of the Security Token Service, as `scheme://host[:port]`: on the same site and in the same
 * network as that of Kafka. A host that is not named after a service serves all of them.
 *
 * @throws UserError for a bad region or endpoint
 */
export const tencentStsEndpoint = (credentials: ICredentialDataDecryptedObject): string =>
	stsEndpoint(credentials, regionOf(credentials));
