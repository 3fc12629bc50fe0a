/** What the Log Service calls metadata of a log, as labels. */
export const META_FIELDS = {
	__FILENAME__: 'File Name',
	__HOSTNAME__: 'Host Name',
	__PKGID__: 'Package ID',
	__SOURCE__: 'Source',
	__TIMESTAMP__: 'Timestamp',
};
