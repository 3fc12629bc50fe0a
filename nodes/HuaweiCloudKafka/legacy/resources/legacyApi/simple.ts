import { simple as currentSimple } from '../../../resources/instance/simple';

/** What "Simplify" keeps of an instance of V1. */
export const simple = [...currentSimple, 'connect_addresses', 'partition_num', 'storage_space'];
