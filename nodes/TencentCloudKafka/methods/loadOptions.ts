import type { IDataObject } from 'n8n-workflow';

import { TENCENT_REGIONS } from '../../../credentials/regions/tencent';
import { listIn } from '../../shared/contract/pages';
import type { ListSource, OptionLoader } from '../../shared/form/listSearch';
import { MOST_ENTRIES, regionLoader, sorted } from '../../shared/form/listSearch';
import { optionsOf } from '../../shared/form/lookups';
import { listSome } from '../../shared/request/readList';
import {
	listGroups,
	listInstances,
	listRegions,
	listTopics,
	listZones,
	showVersions,
} from '../api/requests';
import { newestBuilds } from '../api/versions';
import { groupPages, instancePages, topicPages } from '../api/pages';
import { isSoldOut } from '../api/records';
import { securityGroups } from '../lookups/networks';
import { names } from './lists';

/** Regions of the service as it lists them; those known when this was written if it cannot be asked. */
const getRegions: OptionLoader = async (source) => {
	const own = source.inCredentialRegion();
	try {
		const rows = listIn(await own.call(listRegions()), 'Result');
		const known = new Map(TENCENT_REGIONS.map(({ name, value }) => [value, name]));
		const listed = rows
			.filter(({ RegionCodeV3: id }) => id)
			.map(({ RegionCodeV3: id, RegionName: name }) => ({
				name: known.get(String(id)) ?? `${String(name)} (${String(id)})`,
				value: String(id),
			}));
		const regions = listed.length > 0 ? sorted(listed) : TENCENT_REGIONS;
		return await own.masked(await regionLoader(regions)(own));
	} catch {
		return await regionLoader(TENCENT_REGIONS)(own);
	}
};

/** Zones of the region, with the ones that are sold out marked. */
const getZones: OptionLoader = async (source) => {
	const zones = listIn(await source.call(listZones()), 'ZoneList');
	return sorted(
		zones.map((zone) => ({
			name: `${String(zone.ZoneName)} (${String(zone.ZoneId)})${isSoldOut(zone) ? ', sold out' : ''}`,
			value: String(zone.ZoneId),
		})),
	);
};

/** Broker builds that the selected instance can be upgraded to. */
const getBrokerVersions: OptionLoader = async (source) =>
	sorted(
		newestBuilds(await source.call(showVersions(source.instanceId))).map(
			({ BrokerVersion: build, KafkaVersion: version }) => ({
				name: `${String(build)} (Kafka ${String(version)})`,
				value: String(build),
			}),
		),
	);

/** Instances of the region, with their IDs. */
const getInstances: OptionLoader = async (source) => {
	const rows = await listSome(source, listInstances(), instancePages, MOST_ENTRIES);
	return sorted(
		rows.map(({ InstanceName: name, InstanceId: id }) => ({
			name: `${String(name)} (${String(id)})`,
			value: String(id),
		})),
	);
};

/** Clusters that only this account has, with what is free on them. */
const getClusters: OptionLoader = async (source) => {
	const { ClusterInfo: clusters } = await source.call(listZones());
	return sorted(
		((clusters ?? []) as IDataObject[]).map((cluster) => ({
			name: `${String(cluster.ClusterName)}, ${String(cluster.AvailableDiskSize)} GB and ${String(cluster.AvailableBandWidth)} MB/s free (${String(cluster.ClusterId)})`,
			value: String(cluster.ClusterId),
		})),
	);
};

/** The option loaders of the node's drop-downs. */
export const loadOptions: Record<string, OptionLoader> = {
	getTopics: async (source: ListSource) => await names(source, listTopics, topicPages, 'TopicName'),
	getGroups: async (source: ListSource) => await names(source, listGroups, groupPages, 'Group'),
	getBrokerVersions,
	getClusters,
	getInstances,
	getSecurityGroups: optionsOf(securityGroups),
	getRegions,
	getZones,
};
