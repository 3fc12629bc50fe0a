import type { Resource } from '../../../shared/contract/operation';
import { legacyApi } from './legacyApi';

/** Every resource of the node. */
export const resources: Resource[] = [legacyApi];
