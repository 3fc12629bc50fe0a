import type { Resource } from '../../shared/contract/operation';
import { logImport } from './logImport';
import { logService } from './logService';
import { logShipping } from './logShipping';
import { logTopic } from './logTopic';

/** Every resource of the node, those that people need most at the top. */
export const resources: Resource[] = [logImport, logShipping, logTopic, logService];
