import { fail } from '../answers/errors';
import type { Instance } from '../model/instance';

/** Refuses an instance without ACL. */
export function withAcl(instance: Instance): Instance {
	if (instance.specType === 'normal') fail('BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT', instance.id);
	if (instance.config['enable.acl'] !== 'true') fail('BIZ_ACL_NOT_ENABLED', instance.id);
	return instance;
}

/** Refuses an instance without users: those open to the Internet have them, others with ACL. */
export function withUsers(instance: Instance): Instance {
	return instance.deployType === 4 ? instance : withAcl(instance);
}
