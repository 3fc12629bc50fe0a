import type { Resource } from '../../shared/operation';
import { backgroundTask } from './backgroundTask';
import { instance } from './instance';
import { lookup } from './lookup';
import { permission } from './permission';
import { tag } from './tag';
import { topic } from './topic';
import { user } from './user';

/** Every resource of the node, in the order of a provisioning workflow. */
export const resources: Resource[] = [
	instance,
	topic,
	user,
	permission,
	backgroundTask,
	tag,
	lookup,
];
