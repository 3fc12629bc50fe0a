import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkedRegion, endpointOf, regionOf, textOf } from '../fields/checks';
import { alibabaEndpoint, alibabaStsEndpoint, KAFKA_LABEL } from './alibaba';

/** Services whose requests the package signs: Kafka, and those beside it that lists and activity come from. */
export type AlibabaService = 'alikafka' | 'cms' | 'ecs' | 'kms' | 'resourcemanager' | 'sts' | 'vpc';

/** Where a service beside Kafka is, by the endpoint maps of the vendor's SDKs. */
interface Hosts {
	/** As errors call it. */
	name: string;
	/** What begins its host, where that is not its code. */
	label?: string;
	/** The one host of all regions. */
	global?: string;
	/** Regions with another host than `<label>.<region>.aliyuncs.com`. */
	exceptions?: Readonly<Record<string, string>>;
}

const HOSTS: Readonly<Record<Exclude<AlibabaService, 'alikafka' | 'sts'>, Hosts>> = {
	// @alicloud/cms20190101 4.0.10
	cms: { name: 'CloudMonitor', label: 'metrics' },
	// @alicloud/ecs20140526 7.11.6
	ecs: {
		name: 'ECS',
		exceptions: {
			'cn-hangzhou': 'ecs-cn-hangzhou.aliyuncs.com',
			'cn-hangzhou-finance': 'ecs.aliyuncs.com',
			'cn-north-2-gov-1': 'ecs.aliyuncs.com',
			'cn-shanghai-finance-1': 'ecs-cn-hangzhou.aliyuncs.com',
			'cn-shenzhen-finance-1': 'ecs-cn-hangzhou.aliyuncs.com',
		},
	},
	// @alicloud/kms20160120 1.2.0
	kms: { name: 'KMS' },
	// @alicloud/resourcemanager20200331 2.6.1
	resourcemanager: { name: 'Resource Management', global: 'resourcemanager.aliyuncs.com' },
	// @alicloud/vpc20160428 7.3.2
	vpc: {
		name: 'VPC',
		exceptions: {
			'cn-hangzhou': 'vpc.aliyuncs.com',
			'cn-hangzhou-finance': 'vpc.aliyuncs.com',
			'cn-north-2-gov-1': 'vpc.aliyuncs.com',
			'cn-shanghai-finance-1': 'vpc.aliyuncs.com',
			'cn-shenzhen-finance-1': 'vpc.aliyuncs.com',
		},
	},
};

/** This machine, where the emulator or a tunnel listens: one address for all services. */
const LOOPBACK = /^https?:\/\/(127(\.\d+){3}|localhost|\[::1\])(:\d+)?\/*$/i;

/** The public host of Kafka, written out: the other services have theirs by their own rules. */
const PUBLIC_KAFKA = /^https:\/\/alikafka\.[^./]+\.aliyuncs\.com\/*$/i;

function publicHost({ label, global, exceptions = {} }: Hosts, service: string, region: string) {
	if (global !== undefined) return global;
	if (Object.hasOwn(exceptions, region)) return exceptions[region];
	return `${label ?? service}.${region}.aliyuncs.com`;
}

/**
 * The endpoint of a service, as `scheme://host[:port]`. Of those beside Kafka it is in the same network as
 * Kafka's: what is custom has to say where.
 *
 * @param region Another region than the credential's
 * @throws UserError for a bad region or endpoint, and for a custom one that is Kafka's alone
 */
export function alibabaServiceEndpoint(
	credentials: ICredentialDataDecryptedObject,
	service: AlibabaService,
	region?: string,
): string {
	if (service === 'alikafka') return alibabaEndpoint(credentials, region);
	if (service === 'sts') return alibabaStsEndpoint(credentials);
	const hosts = HOSTS[service];
	const label = hosts.label ?? service;
	const values = { service: label, region: checkedRegion(region ?? regionOf(credentials)) };
	const custom = textOf(credentials, 'endpoint');
	if (custom === '' || PUBLIC_KAFKA.test(custom)) {
		return `https://${publicHost(hosts, service, values.region)}`;
	}
	const template = custom.replace(KAFKA_LABEL, `$1${label}`);
	if (template === custom && !custom.includes('{service}') && !LOOPBACK.test(custom)) {
		throw new UserError(
			`'Endpoint' leads only to Kafka, and not to ${hosts.name}. Put {service} into it where the name of the service is, for example https://{service}.{region}.example.com`,
		);
	}
	return endpointOf(credentials, template, 'Endpoint', values);
}
