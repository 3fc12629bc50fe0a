import { simple as currentSimple } from '../../../resources/instance/simple';

/** What "Simplify" keeps of an instance of V1, whose addresses have another name. */
export const simple = currentSimple.map((name) =>
	name === 'connect_address' ? 'connect_addresses' : name,
);
