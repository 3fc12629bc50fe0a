import type { Resource } from '../../../shared/contract/operation';
import { connection } from './connection';
import { connectorTask } from './connectorTask';
import { tag } from './tag';

/** Every resource of the node, those that people need most at the top. */
export const resources: Resource[] = [tag, connectorTask, connection];
