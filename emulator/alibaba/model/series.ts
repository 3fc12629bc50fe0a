import type { Instance } from './instance';

type Paid = Pick<Instance, 'paidType'>;

export const isServerless = ({ paidType }: Paid): boolean => paidType === 3;
export const isConfluent = ({ paidType }: Paid): boolean => paidType === 4;

/** Product series as the list names it. */
export const seriesOf = (instance: Paid): 'v2' | 'v3' | 'confluent' =>
	isServerless(instance) ? 'v3' : isConfluent(instance) ? 'confluent' : 'v2';
