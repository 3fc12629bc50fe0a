import type { Emulator } from '../../emulator';
import type { Form } from './form';

/** What was picked, and what the cloud has: for each thing, both have to be the same. */
export type Picked = Array<readonly [what: string, picked: unknown, made: unknown]>;

/** A create that is filled in by hand from lists alone. */
export interface Create {
	/** The node's type without the package's name, and what the panel calls it. */
	node: string;
	nodeName: string;
	/** The entry of the nodes panel. */
	action: string;
	/** Fields of which only one has a list at a time, in the order of the form. */
	fill(form: Form, pictured: (name: string, search: string) => Promise<void>): Promise<void>;
	/** Compares with the cloud's new instance, found by its name. */
	compare(emulator: Emulator): Picked;
}

/** The name of each new instance. */
export const NAME = 'orders-from-lists';

/** The only one of a list that has this name. */
function one<T>(all: readonly T[], is: (row: T) => boolean): T {
	const found = all.filter(is);
	if (found.length !== 1) throw new Error(`${found.length} instead of one`);
	return found[0];
}

const huawei: Create = {
	node: 'huaweiCloudKafka',
	nodeName: 'Huawei Cloud Kafka',
	action: 'Create instance',
	async fill(form, pictured) {
		await form.write('name', NAME);
		await form.choose('engineVersion', '2.7');
		await form.choose('productId', 'c6.4u8g.cluster');
		await form.choose('storageSpecCode', 'Ultra-High I/O');
		await form.chooseSeveral('availableZones', ['cn-north-4a', 'cn-north-4b', 'cn-north-4c']);
		// Two have this name: the range tells them apart.
		await pictured('vpcId', '10.2.0.0/16');
		await form.pick('subnetId', 'shared');
		await form.pick('securityGroupId', 'kafka-clients');
		await form.add('Enterprise Project');
		await form.pick('enterpriseProjectId', 'production');
	},
	compare({ huawei: { state } }) {
		const made = one(state.instances, ({ name }) => name === NAME);
		const around = state.surroundings(
			one(state.accounts.projects, ({ id }) => id === made.projectId),
		);
		const vpc = one(around.vpcs, ({ cidr }) => cidr === '10.2.0.0/16');
		const project = one(state.enterpriseProjects, ({ name }) => name === 'production');
		const group = one(around.securityGroups, ({ name }) => name === 'kafka-clients');
		return [
			['Kafka version', '2.7', made.engineVersion],
			['flavor', 'c6.4u8g.cluster', made.productId],
			['disk type', 'dms.physical.storage.ultra.v2', made.storageSpecCode],
			['number of zones', 3, new Set(made.availableZones).size],
			['VPC', vpc.id, made.vpcId],
			['subnet', one(around.subnets, ({ vpcId }) => vpcId === vpc.id).id, made.subnetId],
			['security group', group.id, made.securityGroupId],
			['enterprise project', project.id, made.enterpriseProjectId],
		];
	},
};

const alibaba: Create = {
	node: 'alibabaCloudKafka',
	nodeName: 'Alibaba Cloud Kafka',
	action: 'Create and deploy instance',
	async fill(form, pictured) {
		await form.pick('vpcId', 'orders-vpc');
		await form.write('name', NAME);
		await form.choose('edition', 'Professional (High Write)');
		await form.choose('ioMaxSpec', 'alikafka.hw.2xlarge');
		await form.add('Zone Name or ID');
		await form.choose('zoneId', 'Zone I');
		// Of the VPC's vSwitches, only those in the zone.
		await pictured('vSwitchId', 'orders-i');
		await form.add('Kafka Version');
		await form.choose('serviceVersion', '2.6.2');
		await form.add('Security Group');
		await form.pick('securityGroup', 'kafka-clients');
		await form.add('Resource Group');
		await form.pick('resourceGroupId', 'Orders');
	},
	compare({ alibaba: { state } }) {
		const made = one(state.instances, ({ name }) => name === NAME);
		const around = state.networks.of(made.region);
		const group = one(state.resourceGroups, ({ displayName }) => displayName === 'Orders');
		return [
			['edition', 'professional', made.specType],
			['traffic specification', 'alikafka.hw.2xlarge', made.ioMaxSpec],
			['Kafka version', '2.6.2', made.version],
			['VPC', one(around.vpcs, ({ name }) => name === 'orders-vpc').id, made.vpcId],
			['vSwitch', one(around.vSwitches, ({ name }) => name === 'orders-i').id, made.vSwitchId],
			['zone', 'zonei', made.zoneId],
			[
				'security group',
				one(around.securityGroups, ({ name }) => name === 'kafka-clients').id,
				made.securityGroup,
			],
			['resource group', group.id, made.resourceGroupId],
		];
	},
};

const tencent: Create = {
	node: 'tencentCloudKafka',
	nodeName: 'Tencent Cloud CKafka',
	action: 'Create instance',
	async fill(form, pictured) {
		await form.write('instanceName', NAME);
		await form.choose('zoneId', 'Guangzhou Zone 1');
		await form.pick('vpcId', 'orders-vpc');
		// Of the VPC's subnets, only those in the zone.
		await pictured('subnetId', 'orders-a');
		await form.add('Kafka Version');
		await form.pick('kafkaVersion', '2.8.1');
	},
	compare({ tencent: { state } }) {
		const made = one(state.instances, ({ name }) => name === NAME);
		const around = state.networks.of(made.region);
		return [
			['Kafka version', '2.8.1', made.version],
			['zone', 450_001, made.zoneId],
			['VPC', one(around.vpcs, ({ name }) => name === 'orders-vpc').id, made.vpcId],
			['subnet', one(around.subnets, ({ name }) => name === 'orders-a').id, made.subnetId],
		];
	},
};

/** The creates of all clouds. */
export const CREATES: readonly Create[] = [huawei, alibaba, tencent];
