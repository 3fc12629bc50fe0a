import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { productOf, VERSIONS } from '../model/catalogue';
import type { Tag } from '../model/contents';
import type { InstanceSettings, PortProtocol } from '../model/instance';
import { checkPassword, checkUserName, checkZones, maintenance } from '../requests/checks';
import type { Handler } from '../requests/context';
import { order } from '../requests/orders';

interface CreateBody {
	name: string;
	description?: string;
	engine_version: string;
	broker_num: number;
	storage_space: number;
	access_user?: string;
	password?: string;
	vpc_id: string;
	security_group_id: string;
	subnet_id: string;
	available_zones: string[];
	product_id: string;
	maintain_begin?: string;
	maintain_end?: string;
	enable_publicip?: boolean;
	tenant_ips?: string[];
	publicip_id?: string;
	ssl_enable?: boolean;
	kafka_security_protocol?: 'SASL_SSL' | 'SASL_PLAINTEXT';
	sasl_enabled_mechanisms?: string[];
	port_protocol?: Partial<PortProtocol>;
	retention_policy?: 'produce_reject' | 'time_base';
	ipv6_enable?: boolean;
	disk_encrypted_enable?: boolean;
	disk_encrypted_key?: string;
	connector_enable?: boolean;
	enable_auto_topic?: boolean;
	storage_spec_code: string;
	enterprise_project_id?: string;
	tags?: Array<Partial<Tag>>;
	vpc_client_plain?: boolean;
	bss_param?: BssParam;
}

interface BssParam {
	charging_mode?: 'prePaid' | 'postPaid';
	period_type?: 'month' | 'year';
	period_num?: number;
}

/** Creates an instance (5.1.1): answers its ID at once, the instance is CREATING. */
export const CreatePostPaidKafkaInstance: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const settings = settingsOf(body, context.project.region);
	const tags = (body.tags ?? []).map((tag) => ({ key: tag.key ?? '', value: tag.value ?? '' }));
	const instance = order(context, settings, tags, body.password);
	return json(200, { instance_id: instance.id });
};

/** The same under the path of old (7.2.1.1). */
export const CreateInstanceByEngine = CreatePostPaidKafkaInstance;

function settingsOf(body: CreateBody, region: string): InstanceSettings {
	checkNetwork(body);
	checkZones(body.available_zones, region);
	const product = checkProduct(body);
	checkBilling(body.bss_param ?? {});
	const publicIpIds = checkPublicAccess(body);
	const ssl = body.ssl_enable === true;
	if (ssl) checkSasl(body);
	const [maintainBegin, maintainEnd] = maintenance(body.maintain_begin, body.maintain_end);
	return {
		name: body.name,
		description: body.description ?? '',
		engineVersion: body.engine_version,
		productId: product,
		brokerNum: body.broker_num,
		storageSpace: body.storage_space,
		storageSpecCode: body.storage_spec_code,
		vpcId: body.vpc_id,
		subnetId: body.subnet_id,
		securityGroupId: body.security_group_id,
		availableZones: body.available_zones,
		maintainBegin,
		maintainEnd,
		enablePublicIp: body.enable_publicip === true,
		publicIpIds,
		sslEnable: ssl,
		securityProtocol: ssl ? (body.kafka_security_protocol ?? 'SASL_SSL') : 'PLAINTEXT',
		saslMechanisms: ssl ? mechanisms(body) : [],
		portProtocol: portProtocol(body, ssl),
		accessUser: ssl ? (body.access_user ?? '') : '',
		retentionPolicy: body.retention_policy ?? 'produce_reject',
		ipv6Enable: body.ipv6_enable === true,
		diskEncrypted: body.disk_encrypted_enable === true,
		diskEncryptedKey: body.disk_encrypted_key ?? '',
		connectorEnable: body.connector_enable === true,
		enableAutoTopic: body.enable_auto_topic === true,
		enterpriseProjectId: body.enterprise_project_id ?? '0',
		vpcClientPlain: body.vpc_client_plain === true,
		prePaid: body.bss_param?.charging_mode === 'prePaid',
	};
}

function checkNetwork(body: CreateBody): void {
	if (body.vpc_id.trim() === '') refuse('DMS.00400013');
	if (body.security_group_id.trim() === '') refuse('DMS.00400014');
	if (body.subnet_id.trim() === '') refuse('DMS.00400016');
	if ((body.tenant_ips?.length ?? 0) > body.broker_num) {
		refuse('DMS.00400062', 'tenant_ips holds more addresses than there are brokers.');
	}
}

function checkProduct(body: CreateBody): string {
	const product = productOf(body.product_id) ?? refuse('DMS.00400009');
	const version = body.engine_version;
	if (!VERSIONS.includes(version) && !/^(2\.3\.0|3\..+)$/.test(version)) refuse('DMS.00400008');
	const { minBrokers, maxBrokers, maxStorage } = product;
	if (body.broker_num < minBrokers || body.broker_num > maxBrokers) {
		refuse('DMS.00400062', `broker_num must be from ${minBrokers} to ${maxBrokers}.`);
	}
	const minStorage = 100 * body.broker_num;
	if (body.storage_space < minStorage || body.storage_space > maxStorage) {
		refuse('DMS.00400500', `storage_space must be from ${minStorage} to ${maxStorage}.`);
	}
	return product.id;
}

function checkBilling(bss: BssParam): void {
	if (bss.charging_mode !== 'prePaid') {
		if (bss.period_type !== undefined || bss.period_num !== undefined) {
			refuse('DMS.00400062', 'bss_param: period_type and period_num are for prePaid only.');
		}
		return;
	}
	if (bss.period_type === undefined || bss.period_num === undefined) {
		refuse('DMS.00400062', 'bss_param: prePaid needs period_type and period_num.');
	}
	if (bss.period_type === 'year' && bss.period_num > 3) {
		refuse('DMS.00400062', 'bss_param: period_num is at most 3 years.');
	}
}

/** Public access takes one EIP for each broker. */
function checkPublicAccess(body: CreateBody): string[] {
	const ids = (body.publicip_id ?? '').split(',').filter((id) => id !== '');
	const protocol = body.port_protocol ?? {};
	if (body.enable_publicip !== true) {
		const wanted = Object.entries(protocol).find(([key, on]) => key.startsWith('public_') && on);
		if (wanted) refuse('DMS.00400062', `port_protocol.${wanted[0]} needs enable_publicip.`);
		return [];
	}
	if (ids.length !== body.broker_num) {
		refuse('DMS.00400062', `publicip_id must name ${body.broker_num} EIPs, one for each broker.`);
	}
	return ids;
}

function checkSasl(body: CreateBody): void {
	checkUserName(body.access_user ?? '');
	checkPassword(body.password ?? '', body.access_user ?? '');
	if (!body.sasl_enabled_mechanisms) {
		refuse('DMS.00400062', 'sasl_enabled_mechanisms is mandatory with ssl_enable.');
	}
}

/** An empty list means PLAIN. */
function mechanisms(body: CreateBody): string[] {
	const given = body.sasl_enabled_mechanisms ?? [];
	return given.length ? given : ['PLAIN'];
}

function portProtocol(body: CreateBody, ssl: boolean): PortProtocol {
	const given = body.port_protocol;
	const encrypted = (body.kafka_security_protocol ?? 'SASL_SSL') === 'SASL_SSL';
	const open = body.enable_publicip === true;
	if (!given) {
		return {
			private_plain_enable: !ssl || body.vpc_client_plain === true,
			private_sasl_ssl_enable: ssl && encrypted,
			private_sasl_plaintext_enable: ssl && !encrypted,
			public_plain_enable: open && !ssl,
			public_sasl_ssl_enable: open && ssl && encrypted,
			public_sasl_plaintext_enable: open && ssl && !encrypted,
		};
	}
	for (const side of ['private', 'public'] as const) {
		if (given[`${side}_sasl_ssl_enable`] && given[`${side}_sasl_plaintext_enable`]) {
			refuse(
				'DMS.00400062',
				`port_protocol: ${side}_sasl_ssl_enable excludes ${side}_sasl_plaintext_enable.`,
			);
		}
	}
	return {
		private_plain_enable: given.private_plain_enable === true,
		private_sasl_ssl_enable: given.private_sasl_ssl_enable === true,
		private_sasl_plaintext_enable: given.private_sasl_plaintext_enable === true,
		public_plain_enable: given.public_plain_enable === true,
		public_sasl_ssl_enable: given.public_sasl_ssl_enable === true,
		public_sasl_plaintext_enable: given.public_sasl_plaintext_enable === true,
	};
}
