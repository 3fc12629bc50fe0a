import type { Resource } from '../../shared/contract/operation';
import { account } from './account';
import { backgroundTask } from './backgroundTask';
import { configuration } from './configuration';
import { consumerGroup } from './consumerGroup';
import { instance } from './instance';
import { lookup } from './lookup';
import { message } from './message';
import { permission } from './permission';
import { recycleBin } from './recycleBin';
import { tag } from './tag';
import { topic } from './topic';
import { user } from './user';

/** Every resource of the node, in the order of a provisioning workflow. */
export const resources: Resource[] = [
	instance,
	recycleBin,
	configuration,
	topic,
	consumerGroup,
	message,
	user,
	permission,
	backgroundTask,
	tag,
	lookup,
	account,
];
