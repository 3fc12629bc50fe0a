import type { Resource } from '../../shared/contract/operation';
import { logImport } from './logImport';
import { logService } from './logService';

/** Every resource of the node, those that people need most at the top. */
export const resources: Resource[] = [logImport, logService];
