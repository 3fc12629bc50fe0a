import { refuse } from '../answers/errors';
import { defaultVersion, newUser } from '../model/defaults';
import type { Instance } from '../model/instance';
import { beginDeployment } from '../model/lifecycle';
import { cut } from '../model/names';
import { isConfluent, seriesOf } from '../model/series';
import { mergedConfig } from '../requests/configs';
import type { Context, Handler } from '../requests/context';

interface StartParameters {
	VpcId: string;
	VSwitchId: string;
	/** Reserved instances need it. */
	DeployModule?: 'vpc' | 'eip';
	ZoneId?: string;
	IsEipInner?: boolean;
	IsSetUserAndPassword?: boolean;
	Username?: string;
	Password?: string;
	Name?: string;
	SecurityGroup?: string;
	ServiceVersion?: string;
	Config?: string;
}

/** Deploys an instance that was bought. */
export const StartInstance: Handler = (request, context) => {
	const given = request.parameters as unknown as StartParameters;
	const instance = context.instance();
	const waiting = instance.phase === 'waiting' && instance.pending === null;
	if (!waiting) refuse('InstanceStatus.NotWaitDeploy', instance.id);
	checkNetwork(given, instance);
	const reserved = seriesOf(instance) === 'v2';
	// The others are named by ModifyInstanceName.
	const name = given.Name && reserved ? cut(given.Name) : instance.name;
	if (given.Name && reserved) checkName(name, instance, context);
	const version = given.ServiceVersion ?? defaultVersion(instance);
	checkVersion(version, instance);
	if (isConfluent(instance)) checkRootPassword(given);
	const config = mergedConfig({ ...instance, version }, given.Config ?? '{}');
	const users = firstUser(given, instance);
	Object.assign(instance, {
		name,
		version,
		config,
		users,
		vpcId: given.VpcId,
		vSwitchId: given.VSwitchId,
		zoneId: `zone${(given.ZoneId ?? 'a').slice(-1)}`,
		securityGroup: given.SecurityGroup ?? '',
	});
	context.state.follow(instance, name);
	beginDeployment(instance, context.now);
	return context.success();
};

const VERSIONS = { v2: ['0.10.2', '2.2.0', '2.6.2'], v3: ['3.3.1'], confluent: ['7.4.0'] };

function checkVersion(version: string, instance: Instance): void {
	if (VERSIONS[seriesOf(instance)].includes(version)) return;
	refuse('InvalidParameter.VersionNotSupport', `ServiceVersion ${version}`);
}

/** A Confluent instance cannot be deployed without one (terraform-provider-alicloud #8787). */
function checkRootPassword({ Password = '' }: StartParameters): void {
	if (Password === '') refuse('BIZ_PARAM_EMPTY', 'Password is needed.');
	if (Password.length < 8 || Password.length > 32) refuse('InvalidParameter.Size', 'Password');
}

/** Networks exist when their IDs look so. */
function checkNetwork(given: StartParameters, instance: Instance): void {
	const { deployType } = instance;
	const module = deployType === 4 ? 'eip' : 'vpc';
	// The others do without, and take either.
	if (seriesOf(instance) === 'v2' && given.DeployModule !== module) {
		refuse('DeployType.NotSupport', `An instance of DeployType ${deployType} needs ${module}.`);
	}
	const { IsEipInner = deployType === 4 } = given;
	if (IsEipInner !== (deployType === 4)) {
		refuse('InvalidParameter.OtherParam', 'IsEipInner must go with DeployModule.');
	}
	const known = given.VpcId.startsWith('vpc-') && given.VSwitchId.startsWith('vsw-');
	if (!known) refuse('VpcVSwitch.NotFound', `${given.VpcId}, ${given.VSwitchId}`);
	if (given.SecurityGroup && !given.SecurityGroup.startsWith('sg-')) {
		refuse('SG_ERROR', given.SecurityGroup);
	}
}

function checkName(name: string, instance: Instance, { state }: Context): void {
	const taken = state.visible.some(
		(other) => other !== instance && other.region === instance.region && other.name === name,
	);
	if (state.rules.uniqueNames && taken) refuse('BIZ_INSTANCE_ALREADY_EXISTS', name);
}

/** The user an Internet instance begins with; without effect on others, as in the vendor's sample. */
function firstUser(given: StartParameters, { deployType, users }: Instance): Instance['users'] {
	if (deployType !== 4 || given.IsSetUserAndPassword !== true) return users;
	const { Username: name, Password: password } = given;
	if (!name || !password) return refuse('BIZ_PARAM_EMPTY', 'Username and Password are needed.');
	return [newUser({ name, password })];
}
