import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { isServerless } from '../model/series';

/** Refuses an instance without ACL. */
export function withAcl(instance: Instance): Instance {
	if (instance.specType === 'normal' && !isServerless(instance))
		refuse('BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT', instance.id);
	if (instance.config['enable.acl'] !== 'true') refuse('BIZ_ACL_NOT_ENABLED', instance.id);
	return instance;
}

/** Refuses an instance without users: those open to the Internet have them, others with ACL. */
export function withUsers(instance: Instance): Instance {
	return instance.deployType === 4 ? instance : withAcl(instance);
}

/** Whether it is an IPv4 address or a block of them. */
export function isAddress(text: string): boolean {
	const [, address, , bits] = /^((\d{1,3}\.){3}\d{1,3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
	if (address === undefined) return false;
	return address.split('.').every((part) => Number(part) < 256) && Number(bits ?? 32) <= 32;
}
