/** A key of the Key Management Service. */
export interface Key {
	id: string;
	state: 'Enabled' | 'Disabled' | 'PendingDeletion';
	usage: 'ENCRYPT/DECRYPT' | 'SIGN/VERIFY';
	/** A user's, or one that a cloud service made for itself. */
	creator: 'User' | 'Service';
	/** Names, without what begins them all. */
	aliases: string[];
}

const key = (id: string, aliases: string[], given: Partial<Key> = {}): Key => ({
	id,
	state: 'Enabled',
	usage: 'ENCRYPT/DECRYPT',
	creator: 'User',
	aliases,
	...given,
});

/** Keys to start with: one with a name, one without, and two that encrypt nothing. */
export const firstKeys = (): Key[] => [
	key('key-hzz65f1e2b3c4d5e6f7a8', ['kafka']),
	key('08ec3bb9-034f-485b-b1cd-3459baa80001', []),
	key('key-hzz65f1e2b3c4d5e6f7b9', ['kafka-old'], { state: 'Disabled' }),
	key('key-hzz65f1e2b3c4d5e6f7c0', ['signatures'], { usage: 'SIGN/VERIFY' }),
];
