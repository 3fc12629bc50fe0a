import type { Resource } from '../../../../shared/contract/operation';
import { getCoordinators } from './getCoordinators';
import { getDiskUsage } from './getDiskUsage';
import { getMetadata } from './getMetadata';
import { getMonitoring } from './getMonitoring';

export const cluster: Resource = {
	value: 'cluster',
	name: 'Cluster',
	operations: [getMetadata, getCoordinators, getDiskUsage, getMonitoring],
};
