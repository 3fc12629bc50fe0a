import type { ListSearch } from '../../shared/form/listSearch';
import { listSearch as ofInstances } from '../methods/listSearch';
import { searchThrottlingRules } from '../methods/throttlingRules';

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch: Record<string, ListSearch> = { ...ofInstances, searchThrottlingRules };
