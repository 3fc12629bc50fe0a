import type { Resource } from '../../../../shared/contract/operation';
import { disable } from './disable';
import { resetPassword } from './resetPassword';
import { restart } from './restart';

export const kafkaManager: Resource = {
	value: 'kafkaManager',
	name: 'Kafka Manager',
	operations: [resetPassword, disable, restart],
};
