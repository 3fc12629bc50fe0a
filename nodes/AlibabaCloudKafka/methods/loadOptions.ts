import { ALIBABA_REGIONS } from '../../../credentials/regions/alibaba';
import type { ListSource } from '../../shared/form/listSearch';
import { regionLoader, sorted } from '../../shared/form/listSearch';
import { instances, topics } from './lists';

/** The option loaders of the node's drop-downs. */
export const loadOptions = {
	getInstances: instances,
	getTopics: async (source: ListSource) => sorted(await topics(source)),
	getRegions: regionLoader(ALIBABA_REGIONS),
};
