import type { Problem } from '../validation';
import { refuse } from './errors';

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
};

/** Ends the request with the vendor's 400 for the first problem, naming every parameter. */
export function refuseProblems(operation: string, problems: Problem[]): never {
	const [first] = problems;
	const own = first.kind === 'value' ? CODES[`${operation}.${first.parameter}`] : undefined;
	const texts = problems.map((p) => `${p.place} parameter ${p.parameter || '(all)'} ${p.text}`);
	refuse(own ?? 'DMS.00400062', `(${texts.join('; ')})`);
}
