import { json } from '../../http/answer';
import { nested, type Companion, type CompanionHandler } from './companion';
import { MADE_AT } from './vpc';

const ListEnterpriseProject: CompanionHandler = ({ query, state }) => {
	const { id, name, status, limit = 1000, offset = 0 } = query;
	const found = state.enterpriseProjects
		.filter((one) => id === undefined || one.id === id)
		.filter((one) => name === undefined || one.name.includes(String(name)))
		.filter((one) => status === undefined || one.status === status);
	const rows = found.slice(Number(offset), Number(offset) + Number(limit));
	return json(200, {
		enterprise_projects: rows.map((one) => ({
			...one,
			description: '',
			type: 'prod',
			created_at: MADE_AT,
			updated_at: MADE_AT,
			delete_flag: false,
		})),
		total_count: found.length,
	});
};

/** yunionio/cloudpods #12503: 403 EPS.0004. The others are not documented. */
const STATUSES = {
	invalid: [400, 'EPS.0001'],
	forbidden: [403, 'EPS.0004'],
	missing: [404, 'EPS.0002'],
} as const;

/** Enterprise Project Management Service, for the whole account. */
export const eps: Companion = {
	operations: { ListEnterpriseProject },
	ofAccount: true,
	refusal: (kind, text) => nested(STATUSES[kind], text),
};
