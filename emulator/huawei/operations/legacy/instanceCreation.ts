import { json } from '../../../http/answer';
import { refuse } from '../../answers/errors';
import type { Tag } from '../../model/contents';
import { defaultSettings } from '../../model/defaults';
import { v1ProductOf, type V1Product } from '../../model/legacyCatalogue';
import { checkPassword, checkUserName, checkZones, maintenance } from '../../requests/checks';
import type { Handler } from '../../requests/context';
import { order } from '../../requests/orders';

interface V1Body {
	name: string;
	description?: string;
	engine_version: string;
	specification: string;
	storage_space: number;
	partition_num: number | string;
	access_user?: string;
	password?: string;
	vpc_id: string;
	security_group_id: string;
	subnet_id: string;
	available_zones: string[];
	product_id: string;
	kafka_manager_user: string;
	kafka_manager_password: string;
	maintain_begin?: string;
	maintain_end?: string;
	ssl_enable?: boolean;
	retention_policy?: 'time_base' | 'produce_reject';
	enable_auto_topic?: boolean;
	storage_spec_code: string;
	enterprise_project_id?: string;
	tags?: Tag[];
}

/** Creates an instance of a bandwidth (7.1.1.1); it is a V2 instance all the same. */
export const V1CreateInstance: Handler = (request, context) => {
	const body = request.body as V1Body;
	const { region } = context.project;
	const product = checkedProduct(body);
	checkZones(body.available_zones, region);
	const ssl = body.ssl_enable === true;
	if (ssl) {
		checkUserName(body.access_user ?? '');
		checkPassword(body.password ?? '', body.access_user ?? '');
	}
	checkPassword(body.kafka_manager_password, body.kafka_manager_user);
	const [maintainBegin, maintainEnd] = maintenance(body.maintain_begin, body.maintain_end);
	const settings = {
		...defaultSettings(region, ssl),
		name: body.name,
		description: body.description ?? '',
		engineVersion: body.engine_version,
		productId: product.id,
		brokerNum: product.brokers,
		storageSpace: body.storage_space,
		storageSpecCode: body.storage_spec_code,
		vpcId: body.vpc_id,
		subnetId: body.subnet_id,
		securityGroupId: body.security_group_id,
		availableZones: body.available_zones,
		maintainBegin,
		maintainEnd,
		sslEnable: ssl,
		accessUser: ssl ? (body.access_user ?? '') : '',
		retentionPolicy: body.retention_policy ?? ('produce_reject' as const),
		enableAutoTopic: body.enable_auto_topic === true,
		enterpriseProjectId: body.enterprise_project_id ?? '0',
	};
	const instance = order(context, settings, body.tags ?? [], body.password);
	instance.managerUser = body.kafka_manager_user;
	instance.managerPassword = body.kafka_manager_password;
	return json(200, { instance_id: instance.id });
};

/** The product, and nothing in the order that contradicts it. */
function checkedProduct(body: V1Body): V1Product {
	const product = v1ProductOf(body.product_id) ?? refuse('DMS.00400009');
	const { bandwidth, partitions, minStorage, storageSpecs } = product;
	if (body.specification !== bandwidth) {
		refuse('DMS.00400062', `specification of ${product.id} is ${bandwidth}.`);
	}
	if (Number(body.partition_num) !== partitions) {
		refuse('DMS.00400062', `partition_num of ${bandwidth} is ${partitions}.`);
	}
	if (body.storage_space < minStorage) {
		refuse('DMS.00400500', `storage_space of ${bandwidth} must be ${minStorage} or more.`);
	}
	if (!storageSpecs.includes(body.storage_spec_code)) {
		refuse('DMS.00400062', `storage_spec_code of ${bandwidth} is ${storageSpecs.join(' or ')}.`);
	}
	return product;
}
