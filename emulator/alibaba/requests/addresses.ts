import type { Instance } from '../model/instance';

const EVERYWHERE = '0.0.0.0/0';

/** The lists of an instance as it is deployed: everything is let in. */
export function defaultLists({ deployType }: Pick<Instance, 'deployType'>): Instance['allowed'] {
	const lists: Instance['allowed'] = { 'vpc 9092/9092': [EVERYWHERE] };
	if (deployType === 4) lists['internet 9093/9093'] = [EVERYWHERE];
	return lists;
}

/** Whether it is an IPv4 address or a block of them. */
export function isAddress(text: string): boolean {
	const [, address, , bits] = /^((\d{1,3}\.){3}\d{1,3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
	if (address === undefined) return false;
	return address.split('.').every((part) => Number(part) < 256) && Number(bits ?? 32) <= 32;
}
