import type { ICredentialDataDecryptedObject, INodePropertyOptions } from 'n8n-workflow';
import { checkedRegion, endpointOf, regionOf, textOf } from '../fields/checks';

/** Regions of DMS for Kafka, sorted by name. */
export const HUAWEI_REGIONS: INodePropertyOptions[] = [
	{ name: 'AE Abu Dhabi-OP5 (ae-ad-1)', value: 'ae-ad-1' },
	{ name: 'AF Cairo (af-north-1)', value: 'af-north-1' },
	{ name: 'AF Johannesburg (af-south-1)', value: 'af-south-1' },
	{ name: 'AP Bangkok (ap-southeast-2)', value: 'ap-southeast-2' },
	{ name: 'AP Hong Kong (ap-southeast-1)', value: 'ap-southeast-1' },
	{ name: 'AP Jakarta (ap-southeast-4)', value: 'ap-southeast-4' },
	{ name: 'AP Kuala Lumpur-OP6 (my-kualalumpur-1)', value: 'my-kualalumpur-1' },
	{ name: 'AP Manila (ap-southeast-5)', value: 'ap-southeast-5' },
	{ name: 'AP Singapore (ap-southeast-3)', value: 'ap-southeast-3' },
	{ name: 'CN East 2 (cn-east-4)', value: 'cn-east-4' },
	{ name: 'CN East-Qingdao (cn-east-5)', value: 'cn-east-5' },
	{ name: 'CN East-Shanghai1 (cn-east-3)', value: 'cn-east-3' },
	{ name: 'CN East-Shanghai2 (cn-east-2)', value: 'cn-east-2' },
	{ name: 'CN North 11 (cn-north-11)', value: 'cn-north-11' },
	{ name: 'CN North 12 (cn-north-12)', value: 'cn-north-12' },
	{ name: 'CN North-Beijing1 (cn-north-1)', value: 'cn-north-1' },
	{ name: 'CN North-Beijing2 (cn-north-2)', value: 'cn-north-2' },
	{ name: 'CN North-Beijing4 (cn-north-4)', value: 'cn-north-4' },
	{ name: 'CN North-Ulanqab1 (cn-north-9)', value: 'cn-north-9' },
	{ name: 'CN South-Guangzhou (cn-south-1)', value: 'cn-south-1' },
	{ name: 'CN South-Guangzhou-InvitationOnly (cn-south-4)', value: 'cn-south-4' },
	{ name: 'CN South-Shenzhen (cn-south-2)', value: 'cn-south-2' },
	{ name: 'CN Southwest 3 (cn-southwest-3)', value: 'cn-southwest-3' },
	{ name: 'CN Southwest-Guiyang1 (cn-southwest-2)', value: 'cn-southwest-2' },
	{ name: 'EU Dublin (eu-west-101)', value: 'eu-west-101' },
	{ name: 'EU Paris (eu-west-0)', value: 'eu-west-0' },
	{ name: 'LA Mexico City1 (na-mexico-1)', value: 'na-mexico-1' },
	{ name: 'LA Mexico City2 (la-north-2)', value: 'la-north-2' },
	{ name: 'LA Santiago (la-south-2)', value: 'la-south-2' },
	{ name: 'LA Sao Paulo1 (sa-brazil-1)', value: 'sa-brazil-1' },
	{ name: 'ME Riyadh (me-east-1)', value: 'me-east-1' },
	{ name: 'RU Moscow1 (ru-moscow-1)', value: 'ru-moscow-1' },
	{ name: 'RU Moscow2 (ru-northwest-2)', value: 'ru-northwest-2' },
	{ name: 'TR Istanbul (tr-west-1)', value: 'tr-west-1' },
];

/** The only region on `.myhuaweicloud.eu`. */
const EUROPE = 'eu-west-101';

/** Regions of DMS in which IAM has no endpoint of its own. */
const WITHOUT_IAM: ReadonlySet<string> = new Set([
	'af-north-1',
	'ap-southeast-5',
	'cn-north-11',
	'cn-south-4',
	'cn-southwest-3',
	'ru-northwest-2',
]);

const CREDENTIAL_REGION =
	'($credentials.region === "custom" ? $credentials.customRegion : $credentials.region)';

/**
 * `baseURL` of the credential test: an n8n expression for the DMS endpoint of a credential, without a trailing slash. n8n's
 * domain restriction allows it because it depends on the credential alone. What is no text fails later, where its field is named.
 */
export const HUAWEI_BASE_URL = `={{ ("" + ($credentials.endpoint || ("https://dms.{region}.myhuaweicloud." + (${CREDENTIAL_REGION} === "${EUROPE}" ? "eu" : "com")))).split("{service}").join("dms").split("{region}").join(${CREDENTIAL_REGION}).replace(/(?<!\\/)\\/+$/, "") }}`;

/** Top-level domain of a region. */
export const topLevelDomain = (region: string) => (region === EUROPE ? 'eu' : 'com');

/**
 * The DMS endpoint, as `scheme://host[:port]`.
 *
 * @param region Another region than the credential's; a custom endpoint without `{region}` serves all
 * @throws UserError for a bad region or endpoint
 */
export function huaweiEndpoint(
	credentials: ICredentialDataDecryptedObject,
	region = regionOf(credentials),
): string {
	const checked = checkedRegion(region);
	const template =
		textOf(credentials, 'endpoint') ||
		`https://dms.{region}.myhuaweicloud.${topLevelDomain(checked)}`;
	return endpointOf(credentials, template, 'Endpoint', { region: checked, service: 'dms' });
}

/**
 * The IAM endpoint for a region, as `scheme://host[:port]`: an 'Endpoint' for all services serves IAM, too.
 *
 * @throws UserError for a bad region or endpoint
 */
export function huaweiIamEndpoint(
	credentials: ICredentialDataDecryptedObject,
	region = regionOf(credentials),
): string {
	const checked = checkedRegion(region);
	const ofAll = textOf(credentials, 'endpoint');
	if (textOf(credentials, 'iamEndpoint') === '' && ofAll.includes('{service}')) {
		return endpointOf(credentials, ofAll, 'Endpoint', { region: checked, service: 'iam' });
	}
	const template =
		textOf(credentials, 'iamEndpoint') ||
		(WITHOUT_IAM.has(checked)
			? 'https://iam.myhuaweicloud.com'
			: `https://iam.{region}.myhuaweicloud.${topLevelDomain(checked)}`);
	return endpointOf(credentials, template, 'IAM Endpoint', { region: checked });
}
