import { factsOf } from '../../core/facts';
import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Handler } from '../requests/context';
import { startJob } from '../requests/jobs';

const TASK = 'modifyKafkaConfigs';

interface Parameter {
	name: string;
	/** `min~max`, or values separated by commas. */
	valid_values: string;
	default_value: string;
	config_type: 'static' | 'dynamic';
	value: string;
	value_type: string;
}

const { kafka_configs: PARAMETERS } = factsOf('huawei', 'ShowInstanceConfigs').examples[0]
	.response as { kafka_configs: Parameter[] };

/** Configuration parameters and the values in force (5.1.7). */
export const ShowInstanceConfigs: Handler = (_request, context) => {
	const { configs } = context.instance();
	return json(200, {
		kafka_configs: PARAMETERS.map((parameter) => ({
			...parameter,
			value: configs[parameter.name] ?? parameter.default_value,
		})),
	});
};

/**
 * Changes configuration parameters (5.1.8) by a background task. Dynamic ones are in force when it
 * has ended, static ones after the next restart.
 */
export const ModifyInstanceConfigs: Handler = (request, context) => {
	const { kafka_configs: given = [] } = request.body as {
		kafka_configs?: Array<{ name?: string; value?: string }>;
	};
	const instance = context.runningInstance();
	if (given.length === 0) refuse('DMS.00400062', 'kafka_configs is empty.');
	const changes = given.map(({ name = '', value = '' }) => {
		const parameter = PARAMETERS.find((candidate) => candidate.name === name);
		if (!parameter || !allows(parameter, value)) refuse('DMS.00400066', `${name}=${value}`);
		return { name, value, type: parameter.config_type };
	});
	const task = { name: TASK, params: { kafka_configs: given } };
	const job_id = startJob(context, instance, task, () => {
		for (const { name, value, type } of changes) {
			(type === 'dynamic' ? instance.configs : instance.pendingConfigs)[name] = value;
		}
		return true;
	});
	const count = (type: string) => changes.filter((change) => change.type === type).length;
	return json(200, {
		job_id,
		dynamic_config: count('dynamic'),
		static_config: count('static'),
	});
};

function allows(parameter: Parameter, value: string): boolean {
	const [min, max] = parameter.valid_values.split('~').map(Number);
	if (max === undefined) return parameter.valid_values.split(',').includes(value);
	return /^-?\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
}
