import { isBlank } from '../../shared/contract/field';
import type { Lookup } from '../../shared/contract/lookup';
import { paged } from '../api/pages';
import { read } from '../api/requests';

/** Status of a certificate that is valid: neither under review nor expired or revoked. */
const APPROVED = 1;

/** Certificates of servers that are valid. SSL 2019-12-05, DescribeCertificates. */
export const certificates: Lookup = {
	what: 'SSL certificate',
	plural: 'SSL certificates',
	permission: 'ssl:DescribeCertificates',
	// A name may look like one, for which there is 'By Name'.
	isId: /^[A-Za-z\d]{8}$/,
	request: () =>
		read('DescribeCertificates', { CertificateType: 'SVR', CertificateStatus: [APPROVED] }),
	pages: paged('Certificates', 'CertificateId', 100),
	entry: ({ CertificateId, Alias, Domain, CertEndTime }) => ({
		id: String(CertificateId),
		...(!isBlank(Alias) && { name: String(Alias) }),
		details: [
			...(isBlank(Domain) ? [] : [String(Domain)]),
			...(isBlank(CertEndTime) ? [] : [`until ${String(CertEndTime)}`]),
		],
	}),
};
