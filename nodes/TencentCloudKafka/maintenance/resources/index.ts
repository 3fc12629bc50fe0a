import type { Resource } from '../../../shared/contract/operation';
import { tag } from './tag';

/** Every resource of the node, those that people need most at the top. */
export const resources: Resource[] = [tag];
