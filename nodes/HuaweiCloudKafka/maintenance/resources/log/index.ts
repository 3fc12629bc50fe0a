import type { Resource } from '../../../../shared/contract/operation';
import { disable } from './disable';
import { enable } from './enable';
import { get } from './get';

export const log: Resource = { value: 'log', name: 'Log', operations: [get, enable, disable] };
