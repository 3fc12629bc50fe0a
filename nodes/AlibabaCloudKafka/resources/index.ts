import type { Resource } from '../../shared/contract/operation';
import { acl } from './acl';
import { allowedIp } from './allowedIp';
import { consumerGroup } from './consumerGroup';
import { instance } from './instance';
import { saslUser } from './saslUser';
import { tag } from './tag';
import { topic } from './topic';

/** Every resource of the node, in the order of a provisioning workflow. */
export const resources: Resource[] = [
	instance,
	allowedIp,
	topic,
	consumerGroup,
	saslUser,
	acl,
	tag,
];
