import type { Resource } from '../../../shared/contract/operation';
import { close } from './close';
import { get } from './get';
import { getGroup } from './getGroup';
import { getGroups } from './getGroups';
import { open } from './open';
import { update } from './update';

export const logTopic: Resource = {
	value: 'logTopic',
	name: 'Log Topic Over Kafka',
	operations: [open, get, update, close, getGroups, getGroup],
};
