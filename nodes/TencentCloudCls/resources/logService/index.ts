import type { Resource } from '../../../shared/contract/operation';
import { checkKafka } from './checkKafka';

export const logService: Resource = {
	value: 'logService',
	name: 'Cloud Log Service',
	operations: [checkKafka],
};
