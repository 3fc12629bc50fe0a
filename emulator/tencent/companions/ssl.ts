import { success } from '../answers/errors';
import { matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

/** SSL certificates of the account, whatever the region. SSL Certificate Service (2019-12-05). */

interface ListBody extends Paging {
	SearchKey?: string;
	CertificateType?: string;
	CertificateStatus?: number[];
	CertIds?: string[];
}

const USUAL_SIZE = 10;

const certificate = (
	CertificateId: string,
	Alias: string,
	Status = 1,
	CertificateType = 'SVR',
) => ({
	CertificateId,
	Alias,
	Domain: 'kafka.example.com',
	CertificateType,
	Status,
	From: 'upload',
	CertBeginTime: '2026-01-01 00:00:00',
	CertEndTime: '2027-01-01 00:00:00',
});

/** Two of one name, one that has expired, and one of clients. */
const CERTIFICATES = [
	certificate('TTpTQ6QD', 'kafka'),
	certificate('UUqUR7RE', 'kafka'),
	certificate('VVrVS8SF', 'kafka-old', 3),
	certificate('WWsWT9TG', 'clients', 1, 'CA'),
];

/** Certificates of the account. */
export const DescribeCertificates: Handler = (request) => {
	const body = request.body as ListBody;
	const found = CERTIFICATES.filter(
		({ CertificateId: id, Alias, Domain, Status, CertificateType }) =>
			[id, Alias, Domain].some((text) => matches(text, body.SearchKey)) &&
			(body.CertificateStatus?.includes(Status) ?? true) &&
			(body.CertificateType ?? CertificateType) === CertificateType &&
			(body.CertIds?.includes(id) ?? true),
	);
	return success({ TotalCount: found.length, Certificates: page(found, body, USUAL_SIZE) });
};
