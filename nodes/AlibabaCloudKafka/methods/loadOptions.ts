import { ALIBABA_REGIONS } from '../../../credentials/regions/alibaba';
import { regionLoader } from '../../shared/form/listSearch';

/** The option loaders of the node's drop-downs. */
export const loadOptions = { getRegions: regionLoader(ALIBABA_REGIONS) };
