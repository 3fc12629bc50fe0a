import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';

export const task: Resource = { value: 'task', name: 'Task', operations: [get] };
