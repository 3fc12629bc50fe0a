import type { Problem } from '../../core/validation';
import { refuse } from '../answers/errors';

/** Codes the vendor has for a wrong value of one parameter, by `operation.parameter`. */
const CODES: Record<string, string> = {
	'CreatePostPaidKafkaInstance.name': 'DMS.00400010',
	'CreatePostPaidKafkaInstance.description': 'DMS.00400011',
	'CreatePostPaidKafkaInstance.engine_version': 'DMS.00400008',
	'CreatePostPaidKafkaInstance.password': 'DMS.00400012',
	'CreatePostPaidKafkaInstance.access_user': 'DMS.00400015',
	'CreatePostPaidKafkaInstance.storage_space': 'DMS.00400500',
	'UpdateInstance.name': 'DMS.00400010',
	'UpdateInstance.description': 'DMS.00400011',
	'BatchRestartOrDeleteInstances.action': 'DMS.00400064',
	'BatchRestartOrDeleteInstances.instances': 'DMS.00400100',
	'CreateInstanceTopic.id': 'DMS.00400101',
	'CreateInstanceTopic.partition': 'DMS.00400102',
	'CreateInstanceTopic.retention_time': 'DMS.00400105',
	'CreateInstanceUser.user_passwd': 'DMS.00400012',
	'ResetUserPasswrod.new_password': 'DMS.00400012',
	'ResetPassword.new_password': 'DMS.00400012',
	'ResetManagerPassword.new_password': 'DMS.00400012',
};

/** Operations of old that answer as the current one. */
const CURRENT: Record<string, string> = {
	CreateInstanceByEngine: 'CreatePostPaidKafkaInstance',
	V1CreateInstance: 'CreatePostPaidKafkaInstance',
	V1UpdateInstance: 'UpdateInstance',
	V1BatchRestartOrDeleteInstances: 'BatchRestartOrDeleteInstances',
	V1CreateTopic: 'CreateInstanceTopic',
};

/** Ends the request with the vendor's 400 for the first problem, naming every parameter. */
export function refuseProblems(operation: string, problems: Problem[]): never {
	const [first] = problems;
	const parameter = `${CURRENT[operation] ?? operation}.${first.parameter}`;
	const own = first.kind === 'value' ? CODES[parameter] : undefined;
	const texts = problems.map((p) => `${p.place} parameter ${p.parameter || '(all)'} ${p.text}`);
	refuse(own ?? 'DMS.00400062', `(${texts.join('; ')})`);
}
