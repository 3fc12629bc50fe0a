import { json } from '../../http/answer';
import { nested, type Companion, type CompanionHandler } from './companion';

interface ListKeysBody {
	limit?: string;
	marker?: string;
	key_state?: string;
	key_spec?: string;
}

/** A read by POST; numbers and booleans are text. The marker counts keys, as the reference leaves open. */
const ListKeys: CompanionHandler = ({ body, state, project }) => {
	const { limit = '100', marker = '0', key_state, key_spec = 'AES_256' } = body as ListKeysBody;
	const listed = state
		.surroundings(project)
		.keys.filter(({ state: one }) => key_state === undefined || one === key_state)
		.filter(() => key_spec === 'AES_256' || key_spec === 'ALL');
	const start = Number(marker || '0');
	const end = start + Number(limit);
	const rows = listed.slice(start, end);
	const isTruncated = end < listed.length;
	return json(200, {
		keys: rows.map(({ id }) => id),
		key_details: rows.map((key) => ({
			key_id: key.id,
			key_alias: key.alias,
			key_description: '',
			key_state: key.state,
			key_spec: 'AES_256',
			key_usage: 'ENCRYPT_DECRYPT',
			default_key_flag: key.isDefault ? '1' : '0',
			creation_date: '1502799822000',
			scheduled_deletion_date: '',
			origin: 'kms',
			realm: project.region,
			domain_id: state.accounts.domainId,
			sys_enterprise_project_id: '0',
		})),
		next_marker: isTruncated ? String(end) : '',
		truncated: String(isTruncated),
		total: listed.length,
	});
};

const STATUSES = {
	invalid: [400, 'KMS.0309'],
	forbidden: [403, 'KMS.0308'],
	missing: [404, 'KMS.0310'],
} as const;

/** Key Management Service; its codes are not documented for these cases. */
export const kms: Companion = {
	operations: { ListKeys },
	refusal: (kind, text) => nested(STATUSES[kind], text),
};
