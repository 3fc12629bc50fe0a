import type { AlibabaKey } from '../../core/accounts';

/** Why the gateway does not take a signature. */
export type SignatureRefusal =
	| 'IncompleteSignature'
	| 'InvalidAccessKeyId.NotFound'
	| 'SignatureDoesNotMatch';

/** A signature that holds with what it covers, or the gateway's code for why it does not. */
export type Signed =
	| { key: AlibabaKey; token: string | undefined; date: string; nonce: string }
	| { refused: SignatureRefusal; text?: string };
