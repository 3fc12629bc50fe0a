import { factsOf, type FactsVendor } from '../../../emulator/core/facts';
import permissions from '../../../emulator/api/huawei/_permissions.json';
import type { Operation } from '../../../nodes/shared/contract/operation';

/** What a user of a cloud has to be granted for an operation. */

interface Entry {
	operation: string;
	action: string | null;
	/** Permission by the value of the body's `action`. */
	actions?: Record<string, string>;
}

const entries = permissions.entries as Entry[];

/** Stated by the operation itself, or else by the reference. */
function ofHuawei(operation: Operation & { permission?: string }): string[] {
	const entry = entries.find((one) => one.operation === operation.api);
	const action = String(operation.constant?.body?.action);
	const { permission: ofFacts } = factsOf('huawei', operation.api);
	const documented = entry?.actions?.[action] ?? entry?.action ?? ofFacts;
	const permission = operation.permission ?? documented;
	return permission ? [permission] : [];
}

/**
 * RAM actions by API operation, which often have another name. Source: the vendor's list of the actions
 * of ApsaraMQ for Kafka, and the pages of single operations; of DescribeAclResourceName,
 * DeleteScheduledScalingRule, and EnableAutoGroupCreation, the actions of their siblings.
 */
const RAM_ACTIONS: Readonly<Record<string, string>> = {
	ChangeResourceGroup: 'ChangeResourceGroup',
	CreateAcl: 'CreateAcl',
	CreateConsumerGroup: 'CreateGroup',
	CreateSaslUser: 'CreateSaslUser',
	CreateScheduledScalingRule: 'UpdateInstance',
	CreateTopic: 'CreateTopic',
	DeleteAcl: 'DeleteAcl',
	DeleteConsumerGroup: 'DeleteGroup',
	DeleteSaslUser: 'DeleteSaslUser',
	DeleteScheduledScalingRule: 'UpdateInstance',
	DeleteTopic: 'DeleteTopic',
	DescribeAclResourceName: 'ListAcl',
	DescribeAcls: 'ListAcl',
	DescribeSaslUsers: 'ListSaslUser',
	EnableAutoGroupCreation: 'UpdateInstance',
	EnableAutoTopicCreation: 'UpdateInstance',
	GetConsumerList: 'ListGroup',
	GetInstanceList: 'ListInstance',
	GetKafkaClientIp: 'ListKafkaClientIp',
	GetRiskList: 'ListRisk',
	GetTopicList: 'ListTopic',
	ModifyScheduledScalingRule: 'UpdateInstance',
	QueryMessage: 'QueryMessage',
	ReleaseInstance: 'ReleaseInstance',
	StartInstance: 'StartInstance',
	UpdateInstanceConfig: 'UpdateInstance',
	UpgradeInstanceVersion: 'UpdateInstance',
};

const ofAlibaba = (api: string): string[] =>
	Object.hasOwn(RAM_ACTIONS, api) ? [`alikafka:${RAM_ACTIONS[api]}`] : [];

/** CAM actions have the names of the service and of the API operations. */
function ofTencent(api: string): string[] {
	const { service, action } = factsOf('tencent', api).request;
	return [`${String(service)}:${String(action)}`];
}

/**
 * The permissions of an operation, as code.
 *
 * @param apis Every API operation that it calls
 */
export function permissionsOf(vendor: FactsVendor, operation: Operation, apis: string[]): string {
	const found = {
		huawei: () => ofHuawei(operation),
		alibaba: () => apis.flatMap(ofAlibaba),
		tencent: () => apis.flatMap(ofTencent),
	}[vendor]();
	return found.length > 0 ? found.map((action) => `\`${action}\``).join(', ') : 'not stated';
}
