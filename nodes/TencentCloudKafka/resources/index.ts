import type { Resource } from '../../shared/contract/operation';
import { account } from './account';
import { acl } from './acl';
import { consumerGroup } from './consumerGroup';
import { instance } from './instance';
import { lookup } from './lookup';
import { message } from './message';
import { route } from './route';
import { task } from './task';
import { topic } from './topic';
import { user } from './user';

/** Every resource of the node, in the order of a provisioning workflow. */
export const resources: Resource[] = [
	instance,
	route,
	topic,
	consumerGroup,
	message,
	user,
	acl,
	task,
	lookup,
	account,
];
