import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../../credentials/regions/huawei';
import { listIn } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { textIn } from '../api/failedParts';
import type { ListSource, OptionLoader } from '../../shared/form/listSearch';
import { regionLoader, sorted } from '../../shared/form/listSearch';
import { optionsOf } from '../../shared/form/lookups';
import { publicIps } from '../api/lookups';
import {
	listMaintenanceWindows,
	listProducts,
	listResizeProducts,
	listZones,
	projectTags,
	showConfigs,
	showTags,
} from '../api/requests';
import { groups, instances, recycledInstances, reports, topics, users } from './lists';

/** Hours at which a maintenance window may start or end, as `02:00`. */
const windowHours =
	(edge: 'begin' | 'end'): OptionLoader =>
	async (source) => {
		const answer = await source.call(listMaintenanceWindows());
		return listIn(answer, 'maintain_windows').map((window) => {
			const hour = `${String(window[edge]).slice(0, 2)}:00`;
			return { name: window.default === true ? `${hour} (default)` : hour, value: hour };
		});
	};

/**
 * Zones by code, which people know and paste: n8n marks a value red that is not in the list. The node
 * turns codes into the IDs that the API wants.
 */
const getZones: OptionLoader = async (source) => {
	const zones = listIn(await source.call(listZones()), 'available_zones');
	return sorted(
		zones.map(({ id, code, name, soldOut }) => ({
			name: `${String(code)} (${String(name)})${soldOut === true ? ', sold out' : ''}`,
			value: String(code ?? id),
		})),
	);
};

/** "c6.2u4g.cluster" -> "2 vCPUs, 4 GB per broker": the ID is the only place that tells. */
function sizeOf(id: string): string {
	const [, cores, memory] = /\.(\d+)u(\d+)g\./.exec(id) ?? [];
	return cores ? `${cores} vCPU${cores === '1' ? '' : 's'}, ${memory} GB per broker` : '';
}

/** "3 to 30 brokers"; single-node flavors have one. */
function brokersOf({ min_broker, max_broker }: IDataObject): string {
	const [least, most] = [textIn(min_broker), textIn(max_broker)];
	if (least === undefined && most === undefined) return '';
	if (least === most) return least === '1' ? '1 broker' : `${least} brokers`;
	return `${least ?? '?'} to ${most ?? '?'} brokers`;
}

/** Flavors of all types with CPU, memory, and brokers, which is what people choose by. */
const flavors = (answer: IDataObject): INodePropertyOptions[] =>
	listIn(answer, 'products')
		.filter(({ product_id: id }) => textIn(id) !== undefined)
		.map(({ product_id: id, properties }) => {
			const limits = (properties ?? {}) as IDataObject;
			const of = (name: string) => textIn(limits[name]) ?? '?';
			const size = [sizeOf(String(id)), brokersOf(limits)].filter(Boolean).join(', ');
			return {
				name: size ? `${String(id)} (${size})` : String(id),
				value: String(id),
				description: `Per broker: ${of('max_tps_per_broker')} messages per second, ${of('max_partition_per_broker')} partitions, ${of('min_storage_per_node')} to ${of('max_storage_per_node')} GB`,
			};
		});

const getProducts: OptionLoader = async (source) => flavors(await source.call(listProducts()));

/** Flavors to which the selected instance can be resized. */
const getResizeProducts: OptionLoader = async (source) =>
	flavors(await source.call(listResizeProducts(source.instanceId)));

/** Configuration parameters of the selected instance with their current and allowed values. */
const getParameters: OptionLoader = async (source) => {
	const answer = await source.call(showConfigs(source.instanceId));
	return sorted(
		listIn(answer, 'kafka_configs').map(({ name, value, valid_values, config_type }) => ({
			name: String(name),
			value: String(name),
			description: `Current: ${String(value)}, allowed: ${String(valid_values)}, ${String(config_type)}`,
		})),
	);
};

/** Keys of tags, each once. */
const tagKeys =
	(request: (source: ListSource) => ApiRequest): OptionLoader =>
	async (source) => {
		const tags = listIn(await source.call(request(source)), 'tags');
		const keys = new Set(tags.map(({ key }) => String(key)));
		return sorted([...keys].map((key) => ({ name: key, value: key })));
	};

/** Kafka versions on offer. */
const getEngineVersions: OptionLoader = async (source) => {
	const versions: unknown[] = listIn(await source.call(listProducts()), 'versions');
	return versions.map((version) => ({ name: String(version), value: String(version) }));
};

/** The option loaders of the node's drop-downs. */
export const loadOptions = {
	getTopics: topics,
	getGroups: async (source: ListSource) => await groups(source),
	getUsers: users,
	getInstances: async (source: ListSource) => await instances(source),
	getRecycledInstances: recycledInstances,
	getReports: reports,
	getWindowStarts: windowHours('begin'),
	getWindowEnds: windowHours('end'),
	getRegions: regionLoader(HUAWEI_REGIONS),
	getZones,
	getProducts,
	getResizeProducts,
	getParameters,
	getEngineVersions,
	getPublicIps: optionsOf(publicIps),
	getTagKeys: tagKeys((source) => showTags(source.instanceId)),
	getProjectTagKeys: tagKeys(() => projectTags()),
};
