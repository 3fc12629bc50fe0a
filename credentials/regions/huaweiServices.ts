import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkedRegion, endpointOf, regionOf, textOf } from '../fields/checks';
import { huaweiEndpoint, huaweiIamEndpoint, topLevelDomain } from './huawei';

/** Hosts of the services beside Kafka, by the region tables of the official SDKs. */

type Credentials = ICredentialDataDecryptedObject;

/** Kafka (DMS), networks with their elastic IPs, keys, enterprise projects, identities, roles, metrics. */
export const HUAWEI_SERVICES = ['dms', 'vpc', 'kms', 'eps', 'iam', 'sts', 'ces'] as const;

export type HuaweiService = (typeof HUAWEI_SERVICES)[number];

/** Regions that are sites of their own, where the enterprise projects have a host, too. */
const EPS_REGIONS: ReadonlySet<string> = new Set([
	'eu-west-101',
	'my-kualalumpur-1',
	'ru-moscow-1',
]);

/** Regions with a Security Token Service. */
const STS_REGIONS: ReadonlySet<string> = new Set([
	'af-south-1',
	'ap-southeast-1',
	'ap-southeast-2',
	'ap-southeast-3',
	'ap-southeast-4',
	'cn-east-3',
	'cn-north-4',
	'cn-south-1',
	'cn-southwest-2',
	'la-south-2',
	'sa-brazil-1',
	'tr-west-1',
]);

/** A near one for other regions of the same site, by the part of the world: each serves the whole account. */
const NEAR_STS: Readonly<Record<string, string>> = {
	af: 'af-south-1',
	ap: 'ap-southeast-3',
	cn: 'cn-north-4',
	la: 'la-south-2',
	me: 'tr-west-1',
	na: 'la-south-2',
};

/** Name of the service in a host of the vendor, or of a domain like theirs: dms.cn-north-4.example.com. */
const KAFKA_LABEL = /^(https?:\/\/)dms(?=[-.])/i;

/** This machine: a tunnel, or an emulator. */
const LOOPBACK = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?\/?$/i;

const withAdvice = (message: string, description: string) =>
	new UserError(message, { description });

/** Region of the Security Token Service that a region uses; nothing on sites without one. */
function stsRegionOf(region: string): string | undefined {
	if (STS_REGIONS.has(region)) return region;
	const [part] = region.split('-');
	return Object.hasOwn(NEAR_STS, part) ? NEAR_STS[part] : undefined;
}

/** A custom endpoint as it is for a service; nothing where it is Kafka's alone. */
function customTemplate(own: string, service: HuaweiService): string | undefined {
	if (own.includes('{service}') || LOOPBACK.test(own)) return own;
	return KAFKA_LABEL.test(own) ? own.replace(KAFKA_LABEL, `$1${service}`) : undefined;
}

function publicTemplate(service: HuaweiService, region: string): string {
	const domain = `myhuaweicloud.${topLevelDomain(region)}`;
	if (service === 'eps' && !EPS_REGIONS.has(region)) return `https://eps.${domain}`;
	if (service !== 'sts') return `https://${service}.${region}.${domain}`;
	const near = stsRegionOf(region);
	if (near !== undefined) return `https://sts.${near}.${domain}`;
	throw withAdvice(
		`The region ${region} has no Security Token Service (STS)`,
		'Use a region of the main site of Huawei Cloud, or the IAM operation instead.',
	);
}

/**
 * The endpoint of a service, as `scheme://host[:port]`.
 *
 * @param region Another region than the credential's
 * @throws UserError for a bad region or endpoint, or an endpoint that serves only Kafka
 */
export function huaweiServiceEndpoint(
	credentials: Credentials,
	service: HuaweiService,
	region = regionOf(credentials),
): string {
	if (service === 'dms') return huaweiEndpoint(credentials, region);
	if (service === 'iam') return huaweiIamEndpoint(credentials, region);
	const checked = checkedRegion(region);
	const own = textOf(credentials, 'endpoint');
	const template = own === '' ? publicTemplate(service, checked) : customTemplate(own, service);
	if (template === undefined) {
		throw withAdvice(
			`The credential's 'Endpoint' serves only Kafka, not the service '${service}'`,
			"Put {service} in place of the service's name into 'Endpoint', for example https://{service}.{region}.example.com.",
		);
	}
	return endpointOf(credentials, template, 'Endpoint', { region: checked, service });
}

/** The endpoints of all services that a credential leads to in a region. */
export const huaweiOrigins = (credentials: Credentials, region: string): string[] =>
	HUAWEI_SERVICES.flatMap((service) => {
		try {
			return [huaweiServiceEndpoint(credentials, service, region)];
		} catch {
			return [];
		}
	});
