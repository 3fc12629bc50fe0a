import { productOf, zonesOf } from '../model/catalogue';
import type { Instance } from '../model/instance';
import { v1ProductOf } from '../model/legacyCatalogue';
import { partitionQuota } from '../model/quotas';

const PORT = { plain: 9092, sasl: 9093, publicPlain: 9094, publicSasl: 9095, crossVpc: 9011 };
/** GB a broker takes for itself (example of the detail: 600 ordered, 492 usable, 3 brokers). */
const RESERVED_GB_PER_BROKER = 36;
const FEATURES =
	'kafka.new.pod.port,feature.physerver.kafka.topic.modify,feature.physerver.kafka.topic.accesspolicy,' +
	'message_trace_enable,features.pod.token.access,feature.physerver.kafka.pulbic.dynamic,' +
	'roma_app_enable,features.log.collection,auto_topic_switch,feature.physerver.kafka.user.manager';

/** Port of the instance for clients inside the VPC. */
export function privatePort(instance: Instance): number {
	return instance.sslEnable ? PORT.sasl : PORT.plain;
}

/** Private address and port of a broker. */
export function brokerAddress(instance: Instance, broker: number): string {
	return `${instance.brokerIps[broker]}:${privatePort(instance)}`;
}

function specificationOf(instance: Instance): string {
	const alias = productOf(instance.productId)?.alias ?? instance.productId;
	const bandwidth = v1ProductOf(instance.productId)?.bandwidth;
	return bandwidth ?? `${alias} * ${instance.brokerNum} broker`;
}

/** The instance as ShowInstance and the entries of ListInstances print it. */
export function instanceRecord(instance: Instance, userName: string): Record<string, unknown> {
	const { connected } = instance;
	const zones = zonesOf(instance.region).filter((z) => instance.availableZones.includes(z.id));
	const addresses = (ips: string[], port: number) =>
		connected ? ips.map((ip) => `${ip}:${port}`).join(',') : '';
	const port = privatePort(instance);
	return {
		name: instance.name,
		engine: 'kafka',
		engine_version: instance.engineVersion,
		description: instance.description,
		specification: specificationOf(instance),
		storage_space: instance.storageSpace - RESERVED_GB_PER_BROKER * instance.brokerNum,
		total_storage_space: instance.storageSpace,
		used_storage_space: connected ? 2 * instance.brokerNum : 0,
		partition_num: String(partitionQuota(instance)),
		dns_enable: instance.dnsEnabled,
		connect_address: connected ? instance.brokerIps.join(',') : '',
		port,
		status: instance.status,
		instance_id: instance.id,
		resource_spec_code: v1ProductOf(instance.productId)?.specCode ?? '',
		charging_mode: instance.prePaid ? 0 : 1,
		vpc_id: instance.vpcId,
		vpc_name: 'vpc-default',
		created_at: String(instance.createdAt),
		subnet_name: 'subnet-default',
		subnet_cidr: '192.168.0.0/24',
		user_id: '3df5acbc24a54fadb62a043c9000a307',
		user_name: userName,
		...(instance.sslEnable ? { access_user: instance.accessUser } : {}),
		...(instance.prePaid ? { order_id: instance.orderId } : {}),
		maintain_begin: instance.maintainBegin,
		maintain_end: instance.maintainEnd,
		enable_publicip: instance.enablePublicIp,
		management_connect_address:
			connected && !instance.managerClosed ? `https://${instance.brokerIps[0]}:9999` : '',
		ssl_enable: instance.sslEnable,
		broker_ssl_enable: false,
		kafka_security_protocol: instance.securityProtocol,
		sasl_enabled_mechanisms: instance.saslMechanisms,
		ssl_two_way_enable: false,
		cert_replaced: false,
		public_management_connect_address:
			connected && instance.enablePublicIp && !instance.managerClosed
				? `https://${instance.publicIps[0]}:9999`
				: '',
		enterprise_project_id: instance.enterpriseProjectId,
		is_logical_volume: true,
		extend_times: instance.extendTimes,
		enable_auto_topic: instance.enableAutoTopic,
		type: /\.single\b/.test(instance.productId) ? 'single' : 'cluster',
		product_id: instance.productId,
		security_group_id: instance.securityGroupId,
		security_group_name: 'Sys-default',
		subnet_id: instance.subnetId,
		available_zones: instance.availableZones,
		available_zone_names: zones.map((zone) => zone.name),
		...(instance.enablePublicIp
			? { public_connect_address: addresses(instance.publicIps, PORT.publicSasl) }
			: {}),
		storage_resource_id: instance.storageResourceId,
		storage_spec_code: instance.storageSpecCode,
		service_type: 'advanced',
		storage_type: 'hec',
		retention_policy: instance.retentionPolicy,
		kafka_public_status: instance.enablePublicIp ? 'true' : 'closed',
		public_bandwidth: 0,
		enable_log_collection: false,
		new_auth_cert: false,
		cross_vpc_info: connected ? crossVpcInfo(instance) : '',
		ipv6_enable: instance.ipv6Enable,
		ipv6_connect_addresses: [],
		connector_enable: instance.connectorEnable,
		connector_node_num: instance.connector?.nodes ?? 0,
		connector_id: instance.connector?.id ?? '',
		rest_enable: false,
		rest_connect_address: '',
		public_boundwidth: 0,
		message_query_inst_enable: true,
		vpc_client_plain: instance.vpcClientPlain,
		support_features: FEATURES,
		trace_enable: false,
		agent_enable: false,
		pod_connect_address: connected
			? instance.brokerIps.map((_, i) => `100.86.75.${15 + i}:9080`).join(',')
			: '',
		disk_encrypted: instance.diskEncrypted,
		disk_encrypted_key: instance.diskEncryptedKey,
		kafka_private_connect_address: addresses(instance.brokerIps, port),
		ces_version: 'linux',
		public_access_enabled: instance.enablePublicIp ? 'true' : 'false',
		node_num: instance.brokerNum,
		port_protocols: portProtocols(instance, addresses),
		enable_acl: instance.sslEnable,
		new_spec_billing_enable: true,
		broker_num: instance.brokerNum,
		tags: instance.tags,
		dr_enable: false,
		...instance.shown,
	};
}

/** What only the detail shows besides: who manages the instance, and what it is busy with, if it is. */
export function detailOf({ tasks, managerUser }: Instance): Record<string, unknown> {
	const kafka_manager_user = managerUser;
	const task = tasks.find(({ status }) => status === 'EXECUTING');
	if (!task) return { kafka_manager_user };
	const { name, status, createdAt } = task;
	const created_at = new Date(createdAt).toISOString();
	return { kafka_manager_user, task: { name, status, created_at } };
}

/** JSON text, keyed by broker address. */
function crossVpcInfo(instance: Instance): string {
	const entries = instance.brokerIps.map((ip, i) => [
		ip,
		{
			advertised_ip: instance.advertisedIps[ip] ?? ip,
			port: PORT.crossVpc,
			port_id: instance.portIds[i],
		},
	]);
	return JSON.stringify(Object.fromEntries(entries));
}

function portProtocols(
	instance: Instance,
	addresses: (ips: string[], port: number) => string,
): Record<string, unknown> {
	const enabled = instance.portProtocol;
	const mode = (name: string, on: boolean, ips: string[], port: number) => ({
		[`${name}_enable`]: on,
		[`${name}_address`]: on ? addresses(ips, port) : '',
		[`${name}_domain_name`]: '',
	});
	const { brokerIps, publicIps } = instance;
	return {
		...mode('private_plain', enabled.private_plain_enable, brokerIps, PORT.plain),
		...mode('private_sasl_ssl', enabled.private_sasl_ssl_enable, brokerIps, PORT.sasl),
		...mode('private_sasl_plaintext', enabled.private_sasl_plaintext_enable, brokerIps, PORT.sasl),
		...mode('public_plain', enabled.public_plain_enable, publicIps, PORT.publicPlain),
		...mode('public_sasl_ssl', enabled.public_sasl_ssl_enable, publicIps, PORT.publicSasl),
		...mode(
			'public_sasl_plaintext',
			enabled.public_sasl_plaintext_enable,
			publicIps,
			PORT.publicSasl,
		),
	};
}
