import type { Resource } from '../../shared/contract/operation';
import { logService } from './logService';

/** Every resource of the node. */
export const resources: Resource[] = [logService];
