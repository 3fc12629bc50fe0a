const { isFresh } = require('../../scripts/freshness.cjs');

/** Before the tests of a room that loads the built package: yesterday's would make them green for nothing. */
module.exports = async () => {
	if (await isFresh()) return;
	throw new Error(
		'dist is older than the sources, or missing: run npm run build, then the tests again.',
	);
};
