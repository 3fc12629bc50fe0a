import { factsOf } from '../../core/facts';
import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import {
	coresOf,
	MAINTAIN_WINDOWS,
	productOf,
	PRODUCTS,
	VERSIONS,
	zoneLists,
	zonesOf,
	type ProductRecord,
} from '../model/catalogue';
import type { Handler } from '../requests/context';

/** A far future the real service sends for "no limit"; more than a 64-bit integer holds. */
const NO_LIMIT = 9223372036854776000;

/** Products on sale in the caller's region (5.10.3). */
export const ListEngineProducts: Handler = (request, context) => {
	const wanted = request.query.product_id as string | undefined;
	const zones = zoneLists(context.project.region);
	const products = PRODUCTS.filter((p) => !wanted || productOf(wanted) === p).map((p) => ({
		...p.record,
		ios: p.record.ios.map((io) => ({ ...io, ...zones })),
	}));
	return json(200, { engine: 'kafka', versions: VERSIONS, products });
};

const { products: EXTENSIONS } = factsOf('huawei', 'ShowKafkaInstanceExtendProductInfo').examples[0]
	.response as { products: ProductRecord[] };

/** Products an instance can be resized to (5.3.2): those at least as large as its own. */
export const ShowKafkaInstanceExtendProductInfo: Handler = (_request, context) => {
	const instance = context.instance();
	const zones = zoneLists(context.project.region);
	const present = productOf(instance.productId)?.partitionsPerBroker ?? 0;
	const products = EXTENSIONS.filter((record) => {
		const size = productOf(record.product_id)?.partitionsPerBroker;
		return size !== undefined && size >= present;
	});
	return json(200, {
		engine: 'kafka',
		versions: VERSIONS,
		products: products.map((record) => ({
			...record,
			ios: record.ios.map((io) => ({ ...io, ...zones })),
			...zones,
		})),
	});
};

/** The same under the path of old (7.2.3.1). */
export const ShowEngineInstanceExtendProductInfo = ShowKafkaInstanceExtendProductInfo;

/** vCPUs of so many brokers of a product, and the storage that an instance would have with them (5.10.5). */
export const ShowKafkaProductCores: Handler = (request, context) => {
	const { instance_id, product_id, broker_num } = request.query as Record<string, string>;
	const product = productOf(product_id) ?? refuse('DMS.00400009');
	const brokers = Number(broker_num);
	if (brokers < product.minBrokers || brokers > product.maxBrokers) {
		refuse('DMS.00400062', `broker_num: ${product.minBrokers} to ${product.maxBrokers}.`);
	}
	const core_num = brokers * coresOf(product);
	if (instance_id === undefined) return json(200, { core_num });
	const { storageSpace, brokerNum } = context.instance(instance_id);
	const total_extend_storage_space = (storageSpace / brokerNum) * brokers;
	return json(200, { core_num, total_extend_storage_space });
};

/** How many instances of each engine there may be and are; of tags, how many one may have. */
export const ShowQuotas: Handler = (request, { state, project }) => {
	const used = state.of(project.id).filter((instance) => !instance.deleting).length;
	const tags = { type: 'tags', quota: 20, used: null };
	return json(200, {
		quotas: {
			resources: [
				{ type: 'rabbitmqInstance', quota: 100, used: 0 },
				{ type: 'kafkaInstance', quota: state.rules.instanceQuota, used },
				{ type: 'rocketmqInstance', quota: 100, used: 0 },
				...(request.query.includeTagsQuota === 'true' ? [tags] : []),
			],
		},
	});
};

/** Zones of the caller's region (5.10.2). */
export const ListAvailableZones: Handler = (_request, context) => {
	const { region } = context.project;
	const available_zones = zonesOf(region).map((zone, i) => ({
		soldOut: zone.soldOut,
		id: zone.id,
		code: zone.code,
		name: zone.name,
		port: '443',
		resource_availability: String(!zone.soldOut),
		default_az: i === 0,
		remain_time: NO_LIMIT,
		ipv6_enable: false,
	}));
	return json(200, { region_id: region, available_zones });
};

/** Maintenance windows on offer (5.10.1). */
export const ShowMaintainWindows: Handler = () => json(200, { maintain_windows: MAINTAIN_WINDOWS });
