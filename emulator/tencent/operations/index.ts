import type { TencentHandler } from '../context';
import { CheckRechargeKafkaServer } from './CheckRechargeKafkaServer';
import { DescribeInstances } from './DescribeInstances';
import { DescribeRegion } from './DescribeRegion';

/** Handlers by action. An operation of the facts that is not here is answered as unsupported. */
export const HANDLERS: Readonly<Record<string, TencentHandler>> = {
	CheckRechargeKafkaServer,
	DescribeInstances,
	DescribeRegion,
};
